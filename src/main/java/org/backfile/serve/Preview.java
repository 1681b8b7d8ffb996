package org.backfile.serve;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A site shown on this machine while it is worked on: a web server, a watch on the sources, and a word to the open pages
 * after each build. A build that fails leaves the site as it was and lays its sentence over the pages.
 *
 * <p>The first build is run before {@link #start} returns. Thread-safe.
 */
public final class Preview implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService answering;
    private final OpenPages pages;
    private final SourceWatch watch;
    private final URI address;
    private final boolean loopback;

    private Preview(
            HttpServer server,
            ExecutorService answering,
            OpenPages pages,
            SourceWatch watch,
            URI address,
            boolean loop) {
        this.server = server;
        this.answering = answering;
        this.pages = pages;
        this.watch = watch;
        this.address = address;
        this.loopback = loop;
    }

    /**
     * Builds, and shows what was built.
     *
     * @param built hears of each build that follows, with the sentence of one that failed; from another thread
     * @throws PreviewFailure where the port is taken or the host is not this machine
     */
    public static Preview start(PreviewSettings settings, Rebuild rebuild, Consumer<Optional<String>> built)
            throws PreviewFailure {
        InetAddress host = host(settings.host());
        HttpServer server = server(new InetSocketAddress(host, settings.port()));
        OpenPages pages = new OpenPages();
        SourceWatch watch = new SourceWatch(settings.watched(), settings.site());
        Runnable build = () -> {
            Optional<String> failure = rebuild.run(pages.awaited());
            pages.built(failure);
            built.accept(failure);
        };
        build.run();
        ExecutorService answering = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "backfile-preview");
            thread.setDaemon(true);
            return thread;
        });
        boolean loopback = host.isLoopbackAddress();
        server.setExecutor(answering);
        server.createContext("/", new SiteHandler(settings.site(), settings.base(), pages, loopback));
        server.start();
        watch.start(build);
        URI address = address(settings, server.getAddress().getPort());
        return new Preview(server, answering, pages, watch, address, loopback);
    }

    private static InetAddress host(String name) throws PreviewFailure {
        try {
            return InetAddress.getByName(name);
        } catch (UnknownHostException e) {
            throw new PreviewFailure(name + " is no name of this machine – leave --host out for 127.0.0.1", e);
        }
    }

    private static HttpServer server(InetSocketAddress place) throws PreviewFailure {
        try {
            return HttpServer.create(place, 0);
        } catch (BindException e) {
            throw new PreviewFailure(
                    "port " + place.getPort() + " is taken, or not yours to use – choose another with --port", e);
        } catch (IOException e) {
            throw new PreviewFailure("no server could be started at port " + place.getPort(), e);
        }
    }

    private static URI address(PreviewSettings settings, int port) {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return URI.create("http://" + host + ":" + port + settings.base());
    }

    /** Where the front page is. */
    public URI address() {
        return address;
    }

    /** Whether only this machine can see it. */
    public boolean onlyHere() {
        return loopback;
    }

    @Override
    public void close() {
        watch.close();
        pages.close();
        server.stop(0);
        answering.shutdownNow();
    }
}

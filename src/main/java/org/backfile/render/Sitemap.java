package org.backfile.render;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.backfile.page.SitePath;

/**
 * {@code sitemap.xml} (sitemaps.org 0.9) and {@code robots.txt}. A sitemap with more than {@value #MOST} addresses, or of
 * more than {@value #LARGEST} bytes, becomes an index of {@code sitemaps/…}, one for each top folder of the site, a folder
 * that is too large itself in numbered pieces. It says no dates of change, since no clock is read. Stateless; the addresses of the
 * whole site are in memory.
 */
public final class Sitemap {
    static final int MOST = 50_000;
    static final int LARGEST = 50_000_000;

    private static final SitePath ROOT = new SitePath("sitemap.xml");
    private static final SitePath ROBOTS = new SitePath("robots.txt");
    private static final String NAMESPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    private static final String START = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private Sitemap() {}

    /**
     * Writes them.
     *
     * @param site the address of the site's root
     * @param pages those that search engines may show, in any order
     */
    public static void write(String site, List<SitePath> pages, SiteFiles output) {
        List<String> urls = pages.stream().sorted().map(page -> url(site, page)).toList();
        if (isOne(urls)) {
            write(ROOT, urlset(urls), output);
        } else {
            writeParts(site, pages.stream().sorted().toList(), output);
        }
        write(ROBOTS, "User-agent: *\nAllow: /\n\nSitemap: " + SiteUrl.absolute(site, ROOT) + "\n", output);
    }

    private static String url(String site, SitePath page) {
        return "<url><loc>" + HtmlText.escape(SiteUrl.absolute(site, page)) + "</loc></url>\n";
    }

    private static boolean isOne(List<String> urls) {
        long bytes = urls.stream().mapToLong(String::length).sum();
        return urls.size() <= MOST && bytes <= LARGEST - 200;
    }

    private static String urlset(List<String> urls) {
        return START + "<urlset" + NAMESPACE + String.join("", urls) + "</urlset>\n";
    }

    private static void writeParts(String site, List<SitePath> pages, SiteFiles output) {
        SortedMap<String, List<String>> folders = new TreeMap<>();
        for (SitePath page : pages) {
            int slash = page.value().indexOf('/');
            String folder = slash < 0 ? "root" : page.value().substring(0, slash);
            folders.computeIfAbsent(folder, f -> new ArrayList<>()).add(url(site, page));
        }
        StringBuilder index = new StringBuilder(START).append("<sitemapindex").append(NAMESPACE);
        folders.forEach((folder, urls) -> {
            int number = 1;
            for (int start = 0; start < urls.size(); number++) {
                int end = end(urls, start);
                SitePath part = new SitePath("sitemaps/" + folder + (number == 1 ? "" : "." + number) + ".xml");
                write(part, urlset(urls.subList(start, end)), output);
                index.append("<sitemap><loc>")
                        .append(HtmlText.escape(SiteUrl.absolute(site, part)))
                        .append("</loc></sitemap>\n");
                start = end;
            }
        });
        write(ROOT, index.append("</sitemapindex>\n").toString(), output);
    }

    private static int end(List<String> urls, int start) {
        long bytes = 0;
        int end = start;
        while (end < urls.size() && end - start < MOST) {
            bytes += urls.get(end).length();
            if (bytes > LARGEST - 200 && end > start) {
                break;
            }
            end++;
        }
        return end;
    }

    private static void write(SitePath path, String text, SiteFiles output) {
        try (OutputStream file = output.create(path)) {
            file.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + path, e);
        }
    }
}

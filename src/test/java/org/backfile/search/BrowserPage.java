package org.backfile.search;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.backfile.Browsers;
import org.backfile.Firefox;

/** A page in a browser, as a reader with a keyboard has it. */
interface BrowserPage extends AutoCloseable {
    /** WebDriver's names of keys. */
    String ENTER = "\uE007";

    String TAB = "\uE004";

    void open(String url);

    void back();

    /** The value of a JavaScript expression as text; promises are waited for. */
    String evaluate(String expression);

    void type(String keys);

    @Override
    void close() throws Exception;

    /** Waits for an expression to be true. */
    default void await(String expression) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!evaluate(expression).equals("true")) {
            if (System.nanoTime() > end) {
                throw new AssertionError(expression + " never came true; the page says "
                        + evaluate("document.body.innerText.slice(0, 2000)"));
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    static BrowserPage chromium() {
        BrowserContext context = Browsers.chromium().newContext();
        Page page = context.newPage();
        return new BrowserPage() {
            @Override
            public void open(String url) {
                page.navigate(url);
            }

            @Override
            public void back() {
                evaluate("history.back()"); // which the page may leave before it answers
            }

            @Override
            public String evaluate(String expression) {
                try {
                    return (String) page.evaluate("async () => String(" + expression + ")");
                } catch (com.microsoft.playwright.PlaywrightException e) {
                    if (e.getMessage().contains("context was destroyed")) {
                        return "navigating";
                    }
                    throw e;
                }
            }

            @Override
            public void type(String keys) {
                keys.codePoints().forEach(key -> {
                    String name = Character.toString(key);
                    page.keyboard()
                            .press(
                                    name.equals(ENTER)
                                            ? "Enter"
                                            : name.equals(TAB) ? "Tab" : name.equals(" ") ? "Space" : name);
                });
            }

            @Override
            public void close() {
                context.close();
            }
        };
    }

    static BrowserPage firefox() throws Exception {
        Firefox firefox = Firefox.start();
        return new BrowserPage() {
            @Override
            public void open(String url) {
                firefox.navigate(url);
            }

            @Override
            public void back() {
                firefox.back();
            }

            @Override
            public String evaluate(String expression) {
                try {
                    return firefox.evaluate(expression);
                } catch (IllegalStateException e) {
                    if (String.valueOf(e.getMessage()).contains("discarded")
                            || String.valueOf(e.getMessage()).contains("AbortError")
                            || String.valueOf(e.getMessage()).contains("was destroyed")) {
                        return "navigating";
                    }
                    throw e;
                }
            }

            @Override
            public void type(String keys) {
                firefox.type(keys);
            }

            @Override
            public void close() throws Exception {
                firefox.close();
            }
        };
    }
}

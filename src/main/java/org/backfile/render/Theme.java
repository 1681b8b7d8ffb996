package org.backfile.render;

import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNotFoundException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The templates of a site: the archive's own where it has one of that name, else the built-in one. Texts from input are
 * escaped by FreeMarker; templates reach nothing but the records of {@link View} and the messages. Safe to use from
 * several threads; each template is parsed once.
 */
final class Theme {
    private static final String BUILT_IN = "/org/backfile/theme/";

    /** A message without arguments where text is printed; its key. */
    private static final Pattern WORDS = Pattern.compile("\\$\\{text\\(\"([^\"]+)\"\\)}");

    private final Function<String, @Nullable String> own;
    private final Messages messages;

    /** Made when the first page is: most builds make few, while other threads find that all else stays. */
    private @Nullable Configuration configuration;

    /** The theme with messages in {@code language}; {@code own} gives the text of a file of the archive's own theme. */
    Theme(String language, Function<String, @Nullable String> own) {
        this.own = own;
        this.messages = Messages.of(language, own, Theme::builtIn);
    }

    Messages messages() {
        return messages;
    }

    /** A file of the theme; null where there is none of that name. */
    @Nullable
    String file(String name) {
        String text = own.apply(name);
        return text != null ? text : builtIn(name);
    }

    private static @Nullable String builtIn(String name) {
        try (InputStream in = Theme.class.getResourceAsStream(BUILT_IN + name)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the built-in " + name, e);
        }
    }

    private synchronized Configuration configuration() {
        Configuration known = configuration;
        if (known == null) {
            known = newConfiguration();
            configuration = known;
        }
        return known;
    }

    private Configuration newConfiguration() {
        Configuration made = new Templates();
        made.setDefaultEncoding("UTF-8");
        made.setLocale(Locale.ROOT);
        made.setTimeZone(TimeZone.getTimeZone("UTC"));
        made.setNumberFormat("c");
        made.setLocalizedLookup(false);
        made.setOutputFormat(HTMLOutputFormat.INSTANCE);
        made.setRecognizeStandardFileExtensions(true);
        made.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        made.setAPIBuiltinEnabled(false);
        made.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        made.setLogTemplateExceptions(false);
        made.setWrapUncheckedExceptions(true);
        made.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        made.setWhitespaceStripping(true);
        made.setObjectWrapper(new ViewWrapper());
        made.setTemplateLoader(new Loader());
        made.setSharedVariable("text", (TemplateMethodModelEx) this::text);
        made.setSharedVariable("count", (TemplateMethodModelEx) this::count);
        return made;
    }

    private Object text(List<?> arguments) throws TemplateModelException {
        return messages.text(string(arguments, 0), rest(arguments, 1));
    }

    private Object count(List<?> arguments) throws TemplateModelException {
        if (arguments.size() > 1 && arguments.get(1) instanceof TemplateNumberModel number) {
            return messages.count(string(arguments, 0), number.getAsNumber().longValue(), rest(arguments, 2));
        }
        throw new TemplateModelException("count(…) needs a message's key and a number");
    }

    private static Object[] rest(List<?> arguments, int from) throws TemplateModelException {
        Object[] rest = new Object[arguments.size() - from];
        for (int i = 0; i < rest.length; i++) {
            Object argument = arguments.get(from + i);
            rest[i] = argument instanceof TemplateNumberModel number
                    ? (Object) number.getAsNumber().longValue()
                    : string(arguments, from + i);
        }
        return rest;
    }

    private static String string(List<?> arguments, int index) throws TemplateModelException {
        if (index < arguments.size() && arguments.get(index) instanceof TemplateScalarModel scalar) {
            return scalar.getAsString();
        }
        throw new TemplateModelException(
                "text(…) and count(…) need texts and numbers, and the first is a message's key");
    }

    /**
     * The page made from a template, in UTF-8.
     *
     * @throws TemplateProblem where the template is missing or wrong
     */
    byte[] page(String name, View.Model model) {
        try {
            PageText out = new PageText();
            configuration().getTemplate(name).process(ViewWrapper.top(model), out);
            return out.toBytes();
        } catch (TemplateNotFoundException e) {
            throw new TemplateProblem("there is no template " + name);
        } catch (ParseException e) {
            throw new TemplateProblem(place(e.getTemplateName(), e.getLineNumber(), e.getColumnNumber())
                    + firstSentence(e.getEditorMessage()));
        } catch (TemplateException e) {
            throw new TemplateProblem(place(
                            e.getTemplateSourceName() == null ? name : e.getTemplateSourceName(),
                            e.getLineNumber() == null ? 0 : e.getLineNumber(),
                            e.getColumnNumber() == null ? 0 : e.getColumnNumber())
                    + missing(e));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    private static String place(@Nullable String template, int line, int column) {
        return "template " + template + ", line " + line + ", column " + column + ": ";
    }

    private static String missing(TemplateException problem) {
        Throwable cause = problem.getCause();
        String blamed = problem.getBlamedExpressionString();
        if (problem instanceof InvalidReferenceException && blamed != null) {
            return "\"" + blamed + "\" is unknown here: write \"" + blamed
                    + "!\" if it may be missing, or see templates/README.md for what there is";
        }
        if (cause instanceof IllegalArgumentException) {
            return String.valueOf(cause.getMessage());
        }
        return blamed == null
                ? firstSentence(problem.getMessageWithoutStackTop())
                : "\"" + blamed + "\" – " + firstSentence(problem.getMessageWithoutStackTop());
    }

    private static String firstSentence(String message) {
        int end = message.indexOf('\n');
        return (end < 0 ? message : message.substring(0, end)).strip();
    }

    /**
     * A built-in template with those words of the interface in their places that are the same on every page: a quarter of
     * all that a page asks for. Where a message could be read as part of a template, the template goes on asking for it.
     */
    private String withWords(String template) {
        return WORDS.matcher(template).replaceAll(found -> {
            String words = messages.has(found.group(1)) ? messages.text(found.group(1)) : "";
            boolean plain = !words.isBlank() && words.indexOf('{') < 0 && words.indexOf('\n') < 0;
            return Matcher.quoteReplacement(plain ? HtmlText.escape(words) : found.group());
        });
    }

    /** Templates by name, also for imports: FreeMarker's own cache locks and makes the name anew at each call. */
    private static final class Templates extends Configuration {
        private final Map<String, Template> known = new ConcurrentHashMap<>();

        Templates() {
            super(VERSION_2_3_34);
        }

        @Override
        public @Nullable Template getTemplate(
                String name,
                @Nullable Locale locale,
                @Nullable Object condition,
                @Nullable String encoding,
                boolean parsed,
                boolean mayBeMissing)
                throws IOException {
            Template template = parsed ? known.get(name) : null;
            if (template == null) {
                template = super.getTemplate(name, locale, condition, encoding, parsed, mayBeMissing);
                if (parsed && template != null) {
                    known.put(name, template);
                }
            }
            return template;
        }
    }

    /** Finds templates by name; a template's source is its text. */
    private final class Loader implements TemplateLoader {
        @Override
        public @Nullable Object findTemplateSource(String name) {
            String text = own.apply(name);
            if (text != null) {
                return text;
            }
            String builtIn = builtIn(name);
            return builtIn == null ? null : withWords(builtIn);
        }

        @Override
        public long getLastModified(Object source) {
            return 0;
        }

        @Override
        public Reader getReader(Object source, String encoding) {
            return new StringReader((String) source);
        }

        @Override
        public void closeTemplateSource(Object source) {}
    }
}

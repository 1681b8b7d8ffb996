package org.backfile.render;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;
import java.util.List;
import org.backfile.page.RecordComponents;
import org.jspecify.annotations.Nullable;

/**
 * Shows values to templates: the components of records, lists, texts without what HTML forbids, numbers, truths, and
 * {@link Html} as it is. Nothing else of any object can be reached, and nothing can be called. Stateless.
 */
final class ViewWrapper implements ObjectWrapper {
    @Override
    public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
        if (value == null) {
            return null;
        }
        if (value instanceof String text) {
            return new SimpleScalar(HtmlText.clean(text));
        }
        if (value instanceof Html html) {
            return HTMLOutputFormat.INSTANCE.fromMarkup(html.value());
        }
        if (value instanceof Record part) {
            return new Components(part);
        }
        if (value instanceof List<?> list) {
            return new Elements(list);
        }
        if (value instanceof Boolean truth) {
            return truth ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
        }
        if (value instanceof Number number) {
            return new SimpleNumber(number);
        }
        if (value instanceof TemplateModel model) {
            return model;
        }
        throw new TemplateModelException(
                "templates cannot see a " + value.getClass().getSimpleName());
    }

    /** What a template sees at its top: every template asks for these again and again. */
    static TemplateHashModel top(View.Model model) {
        ViewWrapper wrapper = new ViewWrapper();
        TemplateModel site = wrapper.new Components(model.site());
        TemplateModel head = wrapper.new Components(model.head());
        TemplateModel page = wrapper.new Components((Record) model.page());
        return new TemplateHashModel() {
            @Override
            public @Nullable TemplateModel get(String name) {
                return switch (name) {
                    case "site" -> site;
                    case "head" -> head;
                    case "page" -> page;
                    default -> null;
                };
            }

            @Override
            public boolean isEmpty() {
                return false;
            }
        };
    }

    /** A record. */
    private final class Components implements TemplateHashModel {
        private final Record value;
        private final RecordComponents components;

        Components(Record value) {
            this.value = value;
            this.components = RecordComponents.of(value);
        }

        @Override
        public @Nullable TemplateModel get(String name) throws TemplateModelException {
            return wrap(components.read(value, name));
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }

    /** A list. */
    private final class Elements implements TemplateSequenceModel {
        private final List<?> list;

        Elements(List<?> list) {
            this.list = list;
        }

        @Override
        public @Nullable TemplateModel get(int index) throws TemplateModelException {
            return index < list.size() ? wrap(list.get(index)) : null;
        }

        @Override
        public int size() {
            return list.size();
        }
    }
}

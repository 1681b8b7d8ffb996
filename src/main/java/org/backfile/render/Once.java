package org.backfile.render;

import freemarker.core.CallPlaceCustomDataInitializationException;
import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code <@once kind=kind>…</@once>}: what stands inside is made once for each {@code site} and {@code kind}, and printed
 * as it is wherever both are the same again. Masthead, navigation and footer
 * are the same on all pages of one depth. Stateless: what was made is kept at the place of the call.
 */
final class Once implements TemplateDirectiveModel {
    /** What the text inside may depend on, beside messages. */
    private record Given(View.Site site, String kind) {}

    @Override
    @SuppressWarnings("rawtypes")
    public void execute(
            Environment environment, Map parameters, TemplateModel[] variables, @Nullable TemplateDirectiveBody body)
            throws TemplateException, IOException {
        if (body == null || !(parameters.get("kind") instanceof TemplateScalarModel kind)) {
            throw new TemplateModelException("once needs the kind of page, and something that is to be made once");
        }
        Given given = new Given(site(environment), kind.getAsString());
        Map<Given, String> made = made(environment);
        String text = made.get(given);
        if (text == null) {
            StringWriter out = new StringWriter();
            body.render(out);
            text = out.toString();
            made.put(given, text);
        }
        environment.getOut().write(text);
    }

    private static View.Site site(Environment environment) throws TemplateModelException {
        return (View.Site) ((ViewWrapper.Components) environment.getDataModel().get("site")).value();
    }

    @SuppressWarnings("unchecked")
    private Map<Given, String> made(Environment environment) throws TemplateException {
        try {
            return (Map<Given, String>)
                    environment.getCurrentDirectiveCallPlace().getOrCreateCustomData(this, ConcurrentHashMap::new);
        } catch (CallPlaceCustomDataInitializationException e) {
            throw new TemplateModelException("a map cannot be made", e);
        }
    }
}

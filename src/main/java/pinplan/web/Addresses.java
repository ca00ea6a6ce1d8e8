package pinplan.web;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableBean;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The addresses at which there is something to look at. */
final class Addresses {
    private static final List<Pattern> SHOWN = shown();

    private Addresses() {}

    /** The nearest one above this: it again with one or more of its last parts cut off; null: only the start is. */
    static String above(String path) {
        for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            String above = path.substring(0, end);
            if (SHOWN.stream().anyMatch(one -> one.matcher(above).matches())) {
                return above;
            }
        }
        return null;
    }

    private static List<Pattern> shown() {
        List<Pattern> all = new ArrayList<>();
        for (Bean<?> bean : Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path path = bean.getBeanClass().getAnnotation(Path.class);
            if (path == null || ((InjectableBean<?>) bean).getKind() != InjectableBean.Kind.CLASS) {
                continue;
            }
            for (Method endpoint : bean.getBeanClass().getMethods()) {
                if (endpoint.isAnnotationPresent(GET.class)) {
                    all.add(pattern(path, endpoint.getAnnotation(Path.class)));
                }
            }
        }
        return all;
    }

    private static Pattern pattern(Path type, Path method) {
        String whole = "/" + type.value() + "/" + (method == null ? "" : method.value());
        String one = whole.replaceAll("/+", "/").replaceAll("(.)/$", "$1");
        StringBuilder pattern = new StringBuilder();
        int at = 0;
        for (int open = one.indexOf('{'); open >= 0; open = one.indexOf('{', at)) {
            pattern.append(Pattern.quote(one.substring(at, open))).append("[^/]+");
            at = one.indexOf('}', open) + 1;
        }
        return Pattern.compile(pattern.append(Pattern.quote(one.substring(at))).toString());
    }
}

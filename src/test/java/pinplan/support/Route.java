package pinplan.support;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.web.Open;

/** One address and method that the application answers, as found in its classes. */
public record Route(String method, String path, Class<?> type, Method endpoint) {
    private static final java.nio.file.Path MAIN = java.nio.file.Path.of("target/classes/pinplan");
    private static final java.nio.file.Path TESTS = java.nio.file.Path.of("target/test-classes/pinplan");

    public static List<Route> all() {
        List<Route> routes = new ArrayList<>();
        for (JavaClass found : new ClassFileImporter().importPath(MAIN)) {
            if (found.isInterface() || !found.isAnnotatedWith(Path.class)) {
                continue;
            }
            Class<?> type = load(found);
            for (Method endpoint : type.getMethods()) {
                verb(endpoint).ifPresent(verb -> routes.add(new Route(verb, path(type, endpoint), type, endpoint)));
            }
        }
        routes.sort(Comparator.comparing(Route::toString));
        return routes;
    }

    /** The right that is asked for; empty for an open route. */
    public Optional<Right> needs() {
        return Optional.ofNullable(rule(Needs.class)).map(Needs::value);
    }

    public boolean open() {
        return rule(Open.class) != null;
    }

    public boolean safe() {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }

    public boolean hasParameter() {
        return path.contains("{");
    }

    /** The address with samples for its parameters, made in these people's workspace. */
    public String filled(People people) {
        String known = path;
        while (known.contains("{")) {
            Sample sample = Samples.ALL.get(known);
            if (sample != null) {
                return path.substring(0, path.indexOf('{')) + sample.in(people) + path.substring(known.length());
            }
            known = known.substring(0, known.lastIndexOf('/'));
        }
        if (hasParameter()) {
            throw new AssertionError(
                    "No sample for " + path + ": add a class that implements " + Sample.class.getName());
        }
        return path;
    }

    /** Sent with an empty body of the kind that the route takes. */
    public Response send(RequestSpecification request, String to) {
        if (!safe()) {
            Consumes takes = endpoint.isAnnotationPresent(Consumes.class)
                    ? endpoint.getAnnotation(Consumes.class)
                    : endpoint.getDeclaringClass().getAnnotation(Consumes.class);
            String type = takes != null
                    ? takes.value()[0]
                    : uploads() ? "multipart/form-data" : "application/x-www-form-urlencoded";
            request.contentType(type);
            if (type.startsWith("multipart")) {
                request.multiPart("nothing", "");
            } else if (type.endsWith("json")) {
                request.body("{}");
            }
        }
        return endless() ? Beginning.of(request, to) : request.request(method, to);
    }

    /** Its answer goes on for as long as somebody listens. */
    private boolean endless() {
        Produces makes = endpoint.getAnnotation(Produces.class);
        return makes != null && makes.value()[0].equals(MediaType.SERVER_SENT_EVENTS);
    }

    @Override
    public String toString() {
        return path + " " + method;
    }

    private boolean uploads() {
        return Arrays.stream(endpoint.getGenericParameterTypes())
                        .anyMatch(type -> type.getTypeName().contains(FileUpload.class.getName()))
                || Arrays.stream(endpoint.getParameterTypes())
                        .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                        .anyMatch(field -> field.getGenericType().getTypeName().contains(FileUpload.class.getName()));
    }

    /** As the gate reads it: an inherited endpoint is one of the class that inherits it. */
    private <A extends Annotation> A rule(Class<A> kind) {
        boolean own = endpoint.isAnnotationPresent(Needs.class) || endpoint.isAnnotationPresent(Open.class);
        return own ? endpoint.getAnnotation(kind) : type.getAnnotation(kind);
    }

    private static Optional<String> verb(Method endpoint) {
        return Arrays.stream(endpoint.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Class<?> type, Method endpoint) {
        String own = endpoint.isAnnotationPresent(Path.class)
                ? endpoint.getAnnotation(Path.class).value()
                : "";
        String whole = "/" + type.getAnnotation(Path.class).value() + "/" + own;
        String plain = withoutPatterns(whole).replaceAll("/+", "/");
        return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** {@code {id: [0-9]{1,4}}} is {@code {id}}. */
    private static String withoutPatterns(String path) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        boolean pattern = false;
        for (char c : path.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            pattern = depth > 0 && (pattern || c == ':');
            if (!pattern && c != ' ') {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static Class<?> load(JavaClass found) {
        try {
            return Class.forName(found.getName(), false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Samples {
        static final Map<String, Sample> ALL = new HashMap<>();

        static {
            for (JavaClass found : new ClassFileImporter().importPath(TESTS)) {
                if (!found.isInterface() && found.isAssignableTo(Sample.class)) {
                    try {
                        var constructor = load(found).getDeclaredConstructor();
                        constructor.setAccessible(true);
                        Sample sample = (Sample) constructor.newInstance();
                        ALL.put(sample.path(), sample);
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                    }
                }
            }
        }
    }
}

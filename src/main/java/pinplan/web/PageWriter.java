package pinplan.web;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Makes the bytes of a page in one go; by itself the server asks the text for each of its letters. */
@Provider
@Produces(MediaType.TEXT_HTML)
public class PageWriter implements ServerMessageBodyWriter<String> {
    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo route, MediaType kind) {
        return type == String.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType kind) {
        return type == String.class;
    }

    @Override
    public void writeResponse(String page, Type generic, ServerRequestContext context) {
        context.serverResponse().end(page.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void writeTo(
            String page,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType kind,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(page.getBytes(StandardCharsets.UTF_8));
    }
}

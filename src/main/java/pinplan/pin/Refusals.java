package pinplan.pin;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import pinplan.web.ErrorPages;

/** A rule's no that no form has shown: a page says it. */
public class Refusals {
    @ServerExceptionMapper
    public Response page(Refused refused) {
        return ErrorPages.saying(409, refused.getMessage());
    }
}

package io.lockkeeper.edge;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Every failure of a request becomes a problem; none carries a stack trace, a class name or what the body held. */
@Singleton
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response refused(ProblemException e) {
        return response(e.problem());
    }

    @ServerExceptionMapper(priority = Priorities.USER - 1)
    Response unauthorized(UnauthorizedException e) {
        return challenge();
    }

    @ServerExceptionMapper(priority = Priorities.USER - 1)
    Response authenticationFailed(AuthenticationFailedException e) {
        return challenge();
    }

    @ServerExceptionMapper(priority = Priorities.USER - 1)
    Response forbidden(ForbiddenException e) {
        return response(Problems.forbidden());
    }

    @ServerExceptionMapper(priority = Priorities.USER - 1)
    Response unreadable(MismatchedInputException e) {
        return response(json(e));
    }

    @ServerExceptionMapper(priority = Priorities.USER - 1)
    Response unreadable(JsonProcessingException e) {
        return response(json(e));
    }

    @ServerExceptionMapper(priority = Priorities.USER - 1)
    Response webApplication(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return response(json(json));
        }
        int status = e.getResponse().getStatus();
        Problem problem =
                switch (status) {
                    case 401 -> Problems.unauthorized();
                    case 403 -> Problems.forbidden();
                    case 404 -> Problems.notFound();
                    case 405 -> Problems.methodNotAllowed();
                    case 406 -> Problems.notAcceptable();
                    case 415 -> Problems.unsupportedMediaType();
                    default -> status >= 500 ? unexpected(e) : Problems.status(status);
                };
        Response.ResponseBuilder response = builder(problem);
        String allow = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return (allow == null ? response : response.header(HttpHeaders.ALLOW, allow)).build();
    }

    @ServerExceptionMapper
    Response anythingElse(Throwable e) {
        return response(unexpected(e));
    }

    private static Problem unexpected(Throwable e) {
        String logId = UUID.randomUUID().toString();
        LOG.errorf(e, "a request failed (log id %s)", logId);
        return Problems.internal(logId);
    }

    /** What could not be read is the caller's; what could not be written is ours. */
    private static Problem json(JsonProcessingException e) {
        boolean reading = e.getProcessor() instanceof JsonParser && !(e instanceof InvalidDefinitionException);
        return reading ? Problems.unreadable(where(e)) : unexpected(e);
    }

    /** Says where and which field, never what stood there. */
    private static String where(JsonProcessingException e) {
        String field = e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                        .collect(Collectors.joining("."))
                : "";
        String what =
                switch (e) {
                    case UnrecognizedPropertyException unknown -> "The field \"" + field + "\" is not known";
                    case MismatchedInputException mismatch
                    when !field.isEmpty() -> "The field \"" + field + "\" has the wrong type";
                    default -> "The body is not the JSON that is expected";
                };
        return what + place(e.getLocation()) + ".";
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static Response challenge() {
        return builder(Problems.unauthorized())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static Response response(Problem problem) {
        return builder(problem).build();
    }

    private static Response.ResponseBuilder builder(Problem problem) {
        return Response.status(problem.status()).entity(problem).type(Problem.MEDIA_TYPE);
    }
}

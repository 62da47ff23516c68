package io.lockkeeper.edge;

/** The problems that every service has in common. */
final class Problems {

    private Problems() {}

    static Problem unauthorized() {
        return new Problem(
                401,
                "UNAUTHENTICATED",
                "A credential is required",
                "The request has no bearer token, or one that is not known.",
                "Send the header Authorization: Bearer <token>.");
    }

    static Problem forbidden() {
        return new Problem(
                403,
                "FORBIDDEN",
                "The credential may not do this",
                "The credential lacks the role for this request.",
                "Use another credential, or have the role added to lockkeeper.tokens.<name>.roles.");
    }

    static Problem notFound() {
        return new Problem(
                404, "NOT_FOUND", "There is nothing here", "No resource has this address.", "Check the address.");
    }

    static Problem methodNotAllowed() {
        return new Problem(
                405,
                "METHOD_NOT_ALLOWED",
                "The method is not allowed here",
                "This address does not answer to the method of the request.",
                "Check the method against the API's description.");
    }

    static Problem notAcceptable() {
        return new Problem(
                406,
                "NOT_ACCEPTABLE",
                "The asked media type is not offered",
                "Nothing of what the header Accept allows can be sent.",
                "Accept application/json.");
    }

    static Problem unsupportedMediaType() {
        return new Problem(
                415,
                "UNSUPPORTED_MEDIA_TYPE",
                "The body has the wrong content type",
                "This address does not read the content type of the request.",
                "Send the header Content-Type: application/json.");
    }

    static Problem bodyTooLarge(long limit) {
        return new Problem(
                413,
                "BODY_TOO_LARGE",
                "The body is over the limit",
                "The body is larger than " + limit + " bytes.",
                "Split the migration; large data does not belong into one. The limit is lockkeeper.http.max-body.");
    }

    static Problem lengthRequired() {
        return new Problem(
                411,
                "LENGTH_REQUIRED",
                "The body has no length",
                "The request has a body without a Content-Length.",
                "Send the body with a Content-Length, not chunked.");
    }

    static Problem unreadable(String detail) {
        return new Problem(
                400,
                "UNREADABLE_BODY",
                "The body could not be read",
                detail,
                "Send one JSON object with the fields of the API's description, and no others.");
    }

    static Problem status(int status) {
        return new Problem(
                status,
                "REFUSED",
                "The request was refused",
                "The request was refused with status " + status + ".",
                "Check the request against the API's description.");
    }

    static Problem internal(String logId) {
        return new Problem(
                500,
                "INTERNAL",
                "Something went wrong here",
                "The request could not be answered; nothing was half-done. Log id " + logId + ".",
                "Try again; if it stays, give the log id to the operators of Lockkeeper.");
    }
}

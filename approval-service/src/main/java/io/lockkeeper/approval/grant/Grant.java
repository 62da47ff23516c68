package io.lockkeeper.approval.grant;

/** A signed permission: the claims and the compact JWS that carries them. */
public record Grant(GrantClaims claims, String jws) {}

package com.tryzore.crm.access;

/**
 * An invitation that can still be accepted.
 *
 * @param email the address the account will sign in with
 * @param displayName how the invited person is called so far
 * @param organizationName who invites
 * @param slug the organization's name in addresses
 * @param tier what the person will be there
 * @param needsPassword whether the account has no password yet
 */
public record Invitation(
    String email,
    String displayName,
    String organizationName,
    String slug,
    Tier tier,
    boolean needsPassword) {}

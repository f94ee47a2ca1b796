package com.tryzore.crm.access;

import com.tryzore.crm.members.ClientId;

/** A trespasser for the architecture's rules to find: access knows no feature. */
public record Upwards(ClientId client) {}

package com.tryzore.crm.access.ui;

/** A trespasser for the architecture's rules to find: a view that everybody sees. */
public record OpenView(String words) {}

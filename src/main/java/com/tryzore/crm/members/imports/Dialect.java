package com.tryzore.crm.members.imports;

/**
 * How a table is written down.
 *
 * @param encoding letters as bytes
 * @param delimiter what stands between two cells
 */
public record Dialect(TextEncoding encoding, Delimiter delimiter) {}

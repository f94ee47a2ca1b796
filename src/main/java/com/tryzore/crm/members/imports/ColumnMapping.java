package com.tryzore.crm.members.imports;

/**
 * What one column means.
 *
 * @param header its name in the file
 * @param field what it holds
 * @param dateOrder how its dates are read, when it holds dates
 */
public record ColumnMapping(String header, ImportField field, DateOrder dateOrder) {}

package com.tryzore.crm.members.imports;

import java.util.List;
import java.util.Map;

/**
 * What was seen in one column.
 *
 * @param header its name, trimmed
 * @param filled how many rows have a cell there that is not blank
 * @param examples the first few different cells
 * @param words the different cells and their number; empty when there are more than fifty
 * @param dates how its cells would be read as dates
 * @param looksLikeDates whether most of its cells are written like dates
 */
public record ColumnInspection(
    String header,
    int filled,
    List<String> examples,
    Map<String, Integer> words,
    DateGuess dates,
    boolean looksLikeDates) {}

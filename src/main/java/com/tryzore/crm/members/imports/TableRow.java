package com.tryzore.crm.members.imports;

import java.util.List;

/**
 * One record of the table as it stands in the file. A cell may hold line breaks, so a row's number
 * is not its line's.
 *
 * @param number counted from the header, which is 1; blank rows count, as they do in a spreadsheet
 * @param cells the cells, untrimmed
 */
public record TableRow(int number, List<String> cells) {
  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }
}

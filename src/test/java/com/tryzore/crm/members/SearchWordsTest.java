package com.tryzore.crm.members;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.database.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How names, numbers and telephones become words, and what is typed becomes tokens. */
class SearchWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Joanna Smith        | joanna smith",
        "Zoë Gonçalves       | goncalves zoe",
        "Jean-Luc Souza      | jean luc souza",
        "D'Andre O’Brien     | andre brien d dandre o obrien",
        "Jürgen Müller       | juergen jurgen mueller muller",
        "Juergen Mueller     | juergen jurgen mueller muller",
        "Łukasz Wójcik       | lukasz wojcik",
        "Weiß                | weiss",
      })
  void a_name_is_found_by_each_of_its_words(String name, String words) throws SQLException {
    assertThat(all("select members.name_words(?)", name)).containsExactly(words.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "R100000, 100000 r100000",
    "M-00012, 00012 12 m00012",
    "000123, 000123 123",
    "12 345, 12 12345 345",
  })
  void a_number_is_found_whole_and_by_its_digits(String number, String words) throws SQLException {
    assertThat(all("select w from members.number_words(?) w where w <> ''", number))
        .containsExactly(words.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "+494217204476, 04217204476 4217204476 4476 494217204476 7204476",
    "+15553142537, 15553142537 2537 3142537 5553142537",
    "+351912345678, 0912345678 2345678 351912345678 5678 912345678",
  })
  void a_telephone_is_found_as_people_say_it(String phone, String words) throws SQLException {
    assertThat(all("select members.phone_words(?)", phone)).containsExactly(words.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "smi jo                | smi jo",
        "MÜLLER                | muller",
        "o'brien               | obrien",
        "M-00012               | 00012 m",
        "Jo.Smith@Example.com  | jo.smith@example.com",
        "0421 720 4476         | 04217204476",
        "+49 (0)421 720-4476   | 494217204476",
        "0049 421 7204476      | 494217204476",
        "555-0134              | 5550134",
        "000123                | 000123",
        "!?                    | ",
      })
  void what_is_typed_becomes_tokens_longest_first(String typed, String tokens) throws SQLException {
    assertThat(inOrder("select unnest(members.search_tokens(?))", typed))
        .containsExactly(tokens == null ? new String[0] : tokens.split(" "));
  }

  private static List<String> all(String query, String parameter) throws SQLException {
    return inOrder(query, parameter).stream().sorted().toList();
  }

  private static List<String> inOrder(String query, String parameter) throws SQLException {
    try (Connection connection = TestDatabase.shared().superuser();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, parameter);
      List<String> words = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          words.add(rows.getString(1));
        }
      }
      return words;
    }
  }
}

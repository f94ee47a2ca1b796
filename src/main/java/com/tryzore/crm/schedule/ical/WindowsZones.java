package com.tryzore.crm.schedule.ical;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The zones of Windows, which Outlook and Exchange write into their files, by the table of the
 * Unicode CLDR (windowsZones, territory 001).
 */
final class WindowsZones {

  private static final Map<String, String> IANA =
      """
      Dateline Standard Time=Etc/GMT+12
      UTC-11=Etc/GMT+11
      Aleutian Standard Time=America/Adak
      Hawaiian Standard Time=Pacific/Honolulu
      Alaskan Standard Time=America/Anchorage
      Pacific Standard Time (Mexico)=America/Tijuana
      Pacific Standard Time=America/Los_Angeles
      US Mountain Standard Time=America/Phoenix
      Mountain Standard Time (Mexico)=America/Mazatlan
      Mountain Standard Time=America/Denver
      Central America Standard Time=America/Guatemala
      Central Standard Time=America/Chicago
      Central Standard Time (Mexico)=America/Mexico_City
      Canada Central Standard Time=America/Regina
      SA Pacific Standard Time=America/Bogota
      Eastern Standard Time (Mexico)=America/Cancun
      Eastern Standard Time=America/New_York
      US Eastern Standard Time=America/Indiana/Indianapolis
      Cuba Standard Time=America/Havana
      Venezuela Standard Time=America/Caracas
      Paraguay Standard Time=America/Asuncion
      Atlantic Standard Time=America/Halifax
      Central Brazilian Standard Time=America/Cuiaba
      SA Western Standard Time=America/La_Paz
      Pacific SA Standard Time=America/Santiago
      Newfoundland Standard Time=America/St_Johns
      E. South America Standard Time=America/Sao_Paulo
      SA Eastern Standard Time=America/Cayenne
      Argentina Standard Time=America/Buenos_Aires
      Montevideo Standard Time=America/Montevideo
      Bahia Standard Time=America/Bahia
      UTC-02=Etc/GMT+2
      Azores Standard Time=Atlantic/Azores
      Cape Verde Standard Time=Atlantic/Cape_Verde
      UTC=Etc/UTC
      GMT Standard Time=Europe/London
      Greenwich Standard Time=Atlantic/Reykjavik
      Morocco Standard Time=Africa/Casablanca
      W. Europe Standard Time=Europe/Berlin
      Central Europe Standard Time=Europe/Budapest
      Romance Standard Time=Europe/Paris
      Central European Standard Time=Europe/Warsaw
      W. Central Africa Standard Time=Africa/Lagos
      GTB Standard Time=Europe/Bucharest
      E. Europe Standard Time=Europe/Chisinau
      FLE Standard Time=Europe/Kiev
      Egypt Standard Time=Africa/Cairo
      South Africa Standard Time=Africa/Johannesburg
      Israel Standard Time=Asia/Jerusalem
      Jordan Standard Time=Asia/Amman
      Middle East Standard Time=Asia/Beirut
      Turkey Standard Time=Europe/Istanbul
      Arab Standard Time=Asia/Riyadh
      Arabic Standard Time=Asia/Baghdad
      Russian Standard Time=Europe/Moscow
      E. Africa Standard Time=Africa/Nairobi
      Iran Standard Time=Asia/Tehran
      Arabian Standard Time=Asia/Dubai
      Pakistan Standard Time=Asia/Karachi
      India Standard Time=Asia/Calcutta
      Sri Lanka Standard Time=Asia/Colombo
      Nepal Standard Time=Asia/Katmandu
      Bangladesh Standard Time=Asia/Dhaka
      SE Asia Standard Time=Asia/Bangkok
      China Standard Time=Asia/Shanghai
      Singapore Standard Time=Asia/Singapore
      Taipei Standard Time=Asia/Taipei
      W. Australia Standard Time=Australia/Perth
      Tokyo Standard Time=Asia/Tokyo
      Korea Standard Time=Asia/Seoul
      Cen. Australia Standard Time=Australia/Adelaide
      AUS Central Standard Time=Australia/Darwin
      E. Australia Standard Time=Australia/Brisbane
      AUS Eastern Standard Time=Australia/Sydney
      Tasmania Standard Time=Australia/Hobart
      Lord Howe Standard Time=Australia/Lord_Howe
      New Zealand Standard Time=Pacific/Auckland
      Fiji Standard Time=Pacific/Fiji
      Tonga Standard Time=Pacific/Tongatapu
      Samoa Standard Time=Pacific/Apia
      """
          .lines()
          .collect(
              Collectors.toUnmodifiableMap(
                  line -> line.substring(0, line.indexOf('=')),
                  line -> line.substring(line.indexOf('=') + 1)));

  private WindowsZones() {}

  /** The IANA name of such a zone. */
  static Optional<String> iana(String name) {
    return Optional.ofNullable(IANA.get(name));
  }

  /** All of them. */
  static Map<String, String> all() {
    return IANA;
  }
}

package dev.dynamoemulator.policy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The actions that policies of each kind of resource may name: those that concern one table, or one
 * stream, as the developer guide's page on resource-based policies lists them. What works on no
 * single resource, such as {@code ListTables}, is refused (control-plane.md §7.6).
 */
final class PolicyActions {

  private static final String SERVICE = "dynamodb:";

  private static final List<String> ON_POLICIES =
      List.of("getresourcepolicy", "putresourcepolicy", "deleteresourcepolicy");

  private static final List<String> ON_TABLES =
      List.of(
          "batchgetitem",
          "batchwriteitem",
          "conditioncheckitem",
          "deleteitem",
          "getitem",
          "partiqldelete",
          "partiqlinsert",
          "partiqlselect",
          "partiqlupdate",
          "putitem",
          "query",
          "scan",
          "searchvectors",
          "updateitem",
          "associatetablereplica",
          "createbackup",
          "createtablereplica",
          "deletetable",
          "deletetablereplica",
          "describecontinuousbackups",
          "describecontributorinsights",
          "describekinesisstreamingdestination",
          "describetable",
          "describetablereplicaautoscaling",
          "describetimetolive",
          "disablekinesisstreamingdestination",
          "enablekinesisstreamingdestination",
          "exporttabletopointintime",
          "listtagsofresource",
          "readdataforreplication",
          "replicatesettings",
          "restoretabletopointintime",
          "tagresource",
          "untagresource",
          "updatecontinuousbackups",
          "updatecontributorinsights",
          "updatekinesisstreamingdestination",
          "updatetable",
          "updatetablereplicaautoscaling",
          "updatetimetolive",
          "writedataforreplication");

  private static final List<String> ON_STREAMS =
      List.of("describestream", "getrecords", "getsharditerator");

  private PolicyActions() {}

  /** Whether the name, which may hold wildcards, stands for at least one action of that kind. */
  static boolean isValid(String action, PolicyResource.Kind kind) {
    List<String> actions = kind == PolicyResource.Kind.TABLE ? ON_TABLES : ON_STREAMS;
    return covers(action, actions) || covers(action, ON_POLICIES);
  }

  /** Whether the name stands for changing policies, among others. */
  static boolean coversPutResourcePolicy(String action) {
    return covers(action, List.of("putresourcepolicy"));
  }

  private static boolean covers(String action, List<String> actions) {
    if (action.equals("*")) {
      return true;
    }
    String name = action.toLowerCase(Locale.ROOT);
    if (!name.startsWith(SERVICE)) {
      return false;
    }
    Pattern pattern = wildcards(name.substring(SERVICE.length()));
    return actions.stream().anyMatch(known -> pattern.matcher(known).matches());
  }

  private static Pattern wildcards(String name) {
    StringBuilder pattern = new StringBuilder();
    for (char c : name.toCharArray()) {
      pattern.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(pattern.toString());
  }
}

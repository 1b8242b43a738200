package chat262.api.accounts;

import java.util.List;

/**
 * A page of accounts, sorted by name; {@code nextPage} is absent on the last one.
 */
public record AccountList(List<AccountName> accounts, String nextPage) {}

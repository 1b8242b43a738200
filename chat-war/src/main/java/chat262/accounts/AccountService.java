package chat262.accounts;

import chat262.api.AccountList;
import chat262.api.AccountName;
import chat262.api.AccountView;
import chat262.platform.Names;
import chat262.problems.Problems;
import chat262.requests.PageToken;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Registers, finds and deletes accounts. */
@Stateless
public class AccountService {
    private static final String LIST = "accounts";

    @PersistenceContext
    EntityManager em;

    @Inject
    Event<AccountDeleted> deleted;

    /** Makes an account; the username and the password's hash are checked and made already. */
    public AccountView register(String username, String passwordHash) {
        if (find(username).isPresent()) {
            throw Problems.usernameTaken(username);
        }
        Account account = new Account(username, passwordHash);
        em.persist(account);
        return view(account);
    }

    /** The account of a name, by its folded form; empty if there is none. */
    public Optional<Account> find(String username) {
        String folded = Names.fold(username);
        return em.createQuery("select a from Account a where a.usernameFolded = :name", Account.class)
                .setParameter("name", folded)
                .getResultStream()
                // To SQL a name with spaces after it is the same name.
                .filter(account -> Names.fold(account.username()).equals(folded))
                .findFirst();
    }

    public AccountView view(String username) {
        return find(username).map(AccountService::view).orElseThrow(() -> Problems.notFound("account"));
    }

    /** A page of the accounts whose names match a wildcard pattern. */
    public AccountList search(String match, int limit, String page) {
        List<AccountName> found = em.createQuery(
                        "select a.username from Account a where a.usernameFolded like :match escape '!'"
                                + " and a.usernameFolded > :after order by a.usernameFolded",
                        String.class)
                .setParameter("match", Names.like(match))
                .setParameter("after", page == null ? "" : PageToken.position(LIST, page))
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(AccountName::new)
                .toList();
        if (found.size() <= limit) {
            return new AccountList(found, null);
        }
        List<AccountName> first = found.subList(0, limit);
        return new AccountList(
                first, PageToken.of(LIST, Names.fold(first.get(limit - 1).username())));
    }

    /**
     * The accounts of some names, locked until the transaction ends, so that none of them can be deleted meanwhile. Call
     * it before any room is locked: accounts first, then rooms, each by id.
     */
    public List<Account> lock(Collection<String> usernames) {
        List<Long> ids = usernames.stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .map(Account::id)
                .distinct()
                .sorted()
                .toList();
        requireAll(usernames);
        return ids.stream().map(this::lock).toList();
    }

    private void requireAll(Collection<String> usernames) {
        List<String> unknown = usernames.stream()
                .filter(name -> find(name).isEmpty())
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            throw Problems.unknownMembers(unknown);
        }
    }

    /** Deletes an account and its sessions; rooms hear of it within the same transaction. */
    public void delete(Caller caller) {
        Account account = lock(caller.accountId());
        em.createQuery("delete from Session s where s.accountId = :account")
                .setParameter("account", account.id())
                .executeUpdate();
        account.empty();
        em.flush();
        deleted.fire(new AccountDeleted(account.id()));
    }

    /** Stores the hash of a new password and ends the caller's other sessions. */
    public void changePassword(Caller caller, String newHash) {
        lock(caller.accountId()).changePassword(newHash);
        em.createQuery("delete from Session s where s.accountId = :account and s.id <> :current")
                .setParameter("account", caller.accountId())
                .setParameter("current", caller.sessionId())
                .executeUpdate();
    }

    /** An UPDATE that changes nothing: it locks the row on every database. */
    private Account lock(long id) {
        em.createNativeQuery("UPDATE account SET created_at = created_at WHERE id = ?")
                .setParameter(1, id)
                .executeUpdate();
        Account account = em.find(Account.class, id);
        em.refresh(account);
        if (account.username() == null) {
            throw Problems.notLoggedIn();
        }
        return account;
    }

    private static AccountView view(Account account) {
        return new AccountView(account.username(), account.createdAt());
    }
}

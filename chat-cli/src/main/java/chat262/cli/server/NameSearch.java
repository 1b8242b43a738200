package chat262.cli.server;

import chat262.api.accounts.AccountList;
import chat262.api.accounts.AccountName;
import chat262.api.rooms.OpenGroup;
import chat262.api.rooms.OpenGroupList;
import chat262.api.rooms.RoomSearch;
import jakarta.ws.rs.client.WebTarget;
import java.util.ArrayList;
import java.util.List;

/** The accounts and groups of a server that can be found by their names. Every answer is whole, from all pages. */
public final class NameSearch {
    private final ApiRequests api;

    NameSearch(ApiRequests api) {
        this.api = api;
    }

    /** The usernames that match. */
    public List<String> accounts(String match) {
        List<String> names = new ArrayList<>();
        String page = null;
        do {
            AccountList found = api.get(matching("accounts", match, page), AccountList.class);
            found.accounts().stream().map(AccountName::username).forEach(names::add);
            page = found.nextPage();
        } while (page != null);
        return names;
    }

    /** The groups that match by their name, and further ones by that of a member. */
    public RoomSearch groups(String match) {
        RoomSearch all = new RoomSearch(new ArrayList<>(), new ArrayList<>(), null);
        String page = null;
        do {
            RoomSearch found = api.get(matching("rooms/search", match, page), RoomSearch.class);
            all.byName().addAll(found.byName());
            all.byMember().addAll(found.byMember());
            page = found.nextPage();
        } while (page != null);
        return all;
    }

    /** The open groups that match. */
    public List<OpenGroup> openGroups(String match) {
        List<OpenGroup> groups = new ArrayList<>();
        String page = null;
        do {
            OpenGroupList found = api.get(matching("rooms/open", match, page), OpenGroupList.class);
            groups.addAll(found.rooms());
            page = found.nextPage();
        } while (page != null);
        return groups;
    }

    /** A page of a search; the first one if {@code page} is null. */
    private WebTarget matching(String path, String match, String page) {
        // As a template, so that a % in it is taken for what it is.
        WebTarget target = api.root()
                .path(path)
                .queryParam("limit", 500)
                .queryParam("match", "{match}")
                .resolveTemplate("match", match);
        return page == null ? target : target.queryParam("page", page);
    }
}

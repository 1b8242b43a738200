package chat262.it.bench.depth;

import chat262.it.client.Api;
import chat262.it.client.Person;

/**
 * The users who act; they have registered by calls.
 *
 * @param anna writes in the direct room with a long history and in the group with many members
 * @param ben is the other one in the direct room
 * @param rita has many rooms
 * @param room that of anna and ben
 */
record Users(Person anna, Person ben, Person rita, long room) {
    static Users join(Api api) {
        Person anna = Person.join(api, "anna");
        Person ben = Person.join(api, "ben");
        return new Users(anna, ben, Person.join(api, "rita"), anna.direct(ben));
    }
}

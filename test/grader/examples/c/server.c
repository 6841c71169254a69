/* A Redis at the level of step 07, in C alone. Read it from the end: main, answer, execute. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { MAX_LINE = 64 * 1024, ENOUGH = 256 * 1024, LINGER_MS = 1000 };
#define MAX_BULK (512LL * 1024 * 1024)
#define NEVER (-1) /* As a deadline: no moment is before 1970. */

/* Bytes, some of them, any of them: a length says how many, as a zero may be among them. */
typedef struct { char *at; size_t length, room; } Bytes;
/* A part of what a client has sent. Its place is a number, as the bytes move when more come. */
typedef struct { size_t start, length; } Part;

typedef struct {
  int fd, protocol, has_ended, is_closing;
  long long id, linger_until;
  Bytes in, out;
  size_t sent;                     /* So many bytes of `out` are on their way. */
  Part *words;                     /* Of the request that is under way. */
  size_t words_room, count, read;  /* How many words it has, and how many of them have come. */
  size_t parsed;                   /* So many bytes of `in` are understood. */
  long long bulk_length;           /* Of the word that is under way; -1 before it is known. */
} Client;

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_REALTIME, &time);
  return time.tv_sec * 1000LL + time.tv_nsec / 1000000;
}

static void *expect_memory(void *memory) {
  if (memory == NULL) { fputs("Out of memory\n", stderr); exit(1); }
  return memory;
}

static void append(Bytes *bytes, const void *more, size_t length) {
  if (bytes->length + length > bytes->room) {
    bytes->room = 2 * (bytes->length + length);
    bytes->at = expect_memory(realloc(bytes->at, bytes->room));
  }
  if (length > 0) memcpy(bytes->at + bytes->length, more, length);
  bytes->length += length;
}

/* --- The keyspace: a hash table whose buckets are lists --- */

typedef struct Entry { struct Entry *next; uint64_t hash; long long deadline; Bytes key, value; } Entry;
static Entry **buckets;
static size_t bucket_count = 1024, key_count;

static uint64_t hash(const char *key, size_t length) {
  uint64_t sum = 0xcbf29ce484222325; /* FNV-1a */
  for (size_t i = 0; i < length; i++) sum = (sum ^ (unsigned char)key[i]) * 0x100000001b3;
  return sum;
}

static void remove_entry(Entry **link) {
  Entry *entry = *link;
  *link = entry->next;
  free(entry->key.at); free(entry->value.at); free(entry);
  key_count--;
}

static int has_expired(const Entry *entry) { return entry->deadline != NEVER && entry->deadline < now(); }

/* The link to a key's entry, NULL if there is none. Nobody meets an expired one: lazy expiry. */
static Entry **find(const char *key, size_t length) {
  uint64_t hashed = hash(key, length);
  for (Entry **link = &buckets[hashed % bucket_count]; *link; link = &(*link)->next) {
    Entry *entry = *link;
    if (entry->hash != hashed || entry->key.length != length) continue;
    if (length > 0 && memcmp(entry->key.at, key, length)) continue;
    if (!has_expired(entry)) return link;
    remove_entry(link);
    return NULL;
  }
  return NULL;
}

static void grow(void) {
  Entry **old = buckets;
  size_t old_count = bucket_count;
  bucket_count *= 2;
  buckets = expect_memory(calloc(bucket_count, sizeof *buckets));
  for (size_t i = 0; i < old_count; i++)
    for (Entry *entry = old[i], *next; entry; entry = next) {
      next = entry->next;
      entry->next = buckets[entry->hash % bucket_count];
      buckets[entry->hash % bucket_count] = entry;
    }
  free(old);
}

static void store(const char *key, size_t length, const char *value, size_t value_length,
                  long long deadline) {
  Entry **link = find(key, length);
  Entry *entry = link ? *link : expect_memory(calloc(1, sizeof *entry));
  if (!link) {
    if (key_count++ == bucket_count) grow();
    entry->hash = hash(key, length);
    append(&entry->key, key, length);
    entry->next = buckets[entry->hash % bucket_count];
    buckets[entry->hash % bucket_count] = entry;
  }
  entry->value.length = 0;
  append(&entry->value, value, value_length);
  entry->deadline = deadline;
}

/* Active expiry: looks at some buckets, and goes on there the next time. */
static void expire_some(void) {
  static size_t next;
  for (size_t i = 0; i < bucket_count / 16; i++)
    for (Entry **link = &buckets[next++ % bucket_count]; *link;)
      if (has_expired(*link)) remove_entry(link);
      else link = &(*link)->next;
}

static void clear(void) {
  for (size_t i = 0; i < bucket_count; i++) while (buckets[i]) remove_entry(&buckets[i]);
}

/* --- Replies --- */

static void say(Client *client, const char *format, ...) {
  char line[1024];
  va_list values;
  va_start(values, format);
  int length = vsnprintf(line, sizeof line, format, values);
  va_end(values);
  append(&client->out, line, length < (int)sizeof line ? length : (int)sizeof line - 1);
}

/* An error is one line: a line break in what it quotes would end it early. */
static void say_error(Client *client, const char *format, ...) {
  char line[1024];
  va_list values;
  va_start(values, format);
  vsnprintf(line, sizeof line, format, values);
  va_end(values);
  for (char *at = line; *at; at++) if (*at == '\r' || *at == '\n') *at = ' ';
  say(client, "-%s\r\n", line);
}

static void say_bulk(Client *client, const char *at, size_t length) {
  say(client, "$%zu\r\n", length);
  append(&client->out, at, length);
  say(client, "\r\n");
}

static void say_integer(Client *client, long long number) { say(client, ":%lld\r\n", number); }
static void say_ok(Client *client) { say(client, "+OK\r\n"); }
static void say_null(Client *client) { say(client, client->protocol == 3 ? "_\r\n" : "$-1\r\n"); }
static void say_syntax_error(Client *client) { say_error(client, "ERR syntax error"); }

/* --- Commands: word 0 is the command's name --- */

static const char *word(Client *client, size_t i) { return client->in.at + client->words[i].start; }
static size_t length_of(Client *client, size_t i) { return client->words[i].length; }
static Entry **find_word(Client *client, size_t i) { return find(word(client, i), length_of(client, i)); }

static int is(Client *client, size_t i, const char *name) {
  return length_of(client, i) == strlen(name) && !strncasecmp(word(client, i), name, strlen(name));
}

/* A number as Redis takes it: no plus, no zeros in front, no spaces, 64 bits. Says whether it is one. */
static int parse_integer(const char *at, size_t length, long long *number) {
  int negative = length > 1 && *at == '-';
  const char *end = at + length;
  if ((at += negative) == end || (*at == '0' && (length > 1))) return 0;
  for (*number = 0; at < end; at++) {
    if (!isdigit((unsigned char)*at) || __builtin_mul_overflow(*number, 10, number)) return 0;
    int digit = *at - '0';
    if (__builtin_add_overflow(*number, negative ? -digit : digit, number)) return 0;
  }
  return 1;
}

/* How a time is counted: in units of so many ms, from now on or since 1970. */
typedef struct { const char *name, *expire, *ttl; int unit, is_moment; } Clock;
static const Clock clocks[] = {
  {"EX", "expire", "ttl", 1000, 0}, {"PX", "pexpire", "pttl", 1, 0},
  {"EXAT", "expireat", "expiretime", 1000, 1}, {"PXAT", "pexpireat", "pexpiretime", 1, 1}};

/* Reads a time as a deadline. Says whether it is one, after it has told the client why not. */
static int read_deadline(Client *client, size_t i, const Clock *clock, const char *command,
                         long long *deadline) {
  long long count, ms;
  if (!parse_integer(word(client, i), length_of(client, i), &count)) {
    say_error(client, "ERR value is not an integer or out of range");
    return 0;
  }
  int overflows = __builtin_mul_overflow(count, clock->unit, &ms) ||
                  __builtin_add_overflow(ms, clock->is_moment ? 0 : now(), deadline);
  if (!overflows && (count > 0 || strcmp(command, "set"))) return 1;
  say_error(client, "ERR invalid expire time in '%s' command", command);
  return 0;
}

/* SET key value [NX | XX] [GET] [EX s | PX ms | EXAT s | PXAT ms | KEEPTTL] */
static void set(Client *client) {
  int nx = 0, xx = 0, get = 0, keep = 0, time_at = 0;
  const Clock *clock = NULL;
  for (size_t i = 3; i < client->count; i++) {
    const Clock *chosen = NULL;
    for (int c = 0; c < 4; c++) if (is(client, i, clocks[c].name)) chosen = &clocks[c];
    int is_time = chosen && !keep && (!clock || clock == chosen) && i + 1 < client->count;
    if (is_time) { clock = chosen; time_at = ++i; }
    else if (is(client, i, "NX") && !xx) nx = 1;
    else if (is(client, i, "XX") && !nx) xx = 1;
    else if (is(client, i, "GET")) get = 1;
    else if (is(client, i, "KEEPTTL") && !clock) keep = 1;
    else return say_syntax_error(client);
  }
  long long deadline = NEVER;
  if (clock && !read_deadline(client, time_at, clock, "set", &deadline)) return;
  Entry **before = find_word(client, 1);
  int refused = before ? nx : xx;
  if (keep && before) deadline = (*before)->deadline;
  if (get && before) say_bulk(client, (*before)->value.at, (*before)->value.length);
  else if (get || refused) say_null(client);
  else say_ok(client);
  if (!refused) store(word(client, 1), length_of(client, 1), word(client, 2), length_of(client, 2), deadline);
}

static void get(Client *client) {
  Entry **found = find_word(client, 1);
  if (found) say_bulk(client, (*found)->value.at, (*found)->value.length);
  else say_null(client);
}

static void delete_or_count(Client *client) {
  long long found = 0;
  for (size_t i = 1; i < client->count; i++) {
    Entry **link = find_word(client, i);
    if (link) found++;
    if (link && is(client, 0, "del")) remove_entry(link);
  }
  say_integer(client, found);
}

static void database_size(Client *client) { say_integer(client, key_count); }

static void flush(Client *client) {
  if (client->count > 2 || (client->count == 2 && !is(client, 1, "SYNC") && !is(client, 1, "ASYNC")))
    return say_syntax_error(client);
  clear();
  say_ok(client);
}

/* EXPIRE key time [NX | XX | GT | LT]: a deadline in the past deletes the key at once. */
static void expire(Client *client) {
  int nx = 0, xx = 0, gt = 0, lt = 0;
  for (size_t i = 3; i < client->count; i++) {
    if (is(client, i, "NX")) nx = 1;
    else if (is(client, i, "XX")) xx = 1;
    else if (is(client, i, "GT")) gt = 1;
    else if (is(client, i, "LT")) lt = 1;
    else return say_error(client, "ERR Unsupported option %.*s", (int)length_of(client, i), word(client, i));
  }
  const char *together = "options at the same time are not compatible";
  if (nx && (xx || gt || lt)) return say_error(client, "ERR NX and XX, GT or LT %s", together);
  if (gt && lt) return say_error(client, "ERR GT and LT %s", together);

  const Clock *clock = clocks;
  while (!is(client, 0, clock->expire)) clock++;
  long long deadline;
  if (!read_deadline(client, 2, clock, clock->expire, &deadline)) return;
  Entry **link = find_word(client, 1);
  if (!link) return say_integer(client, 0);
  long long current = (*link)->deadline;
  int refused = current == NEVER ? xx || gt
                                 : nx || (gt && deadline <= current) || (lt && deadline >= current);
  if (refused) return say_integer(client, 0);
  if (deadline <= now()) remove_entry(link);
  else (*link)->deadline = deadline;
  say_integer(client, 1);
}

static void ttl(Client *client) {
  const Clock *clock = clocks;
  while (!is(client, 0, clock->ttl)) clock++;
  Entry **link = find_word(client, 1);
  if (!link) return say_integer(client, -2);
  long long deadline = (*link)->deadline;
  if (deadline == NEVER) return say_integer(client, -1);
  long long left = clock->is_moment ? deadline : deadline - now();
  if (left < 0) left = 0;
  say_integer(client, left / clock->unit + (left % clock->unit >= clock->unit / 2 && clock->unit > 1));
}

static void persist(Client *client) {
  Entry **link = find_word(client, 1);
  say_integer(client, link && (*link)->deadline != NEVER);
  if (link) (*link)->deadline = NEVER;
}

static void wrong_arity(Client *client) {
  say(client, "-ERR wrong number of arguments for '");
  for (size_t i = 0; i < length_of(client, 0); i++) say(client, "%c", tolower(word(client, 0)[i]));
  say(client, "' command\r\n");
}

static void ping(Client *client) {
  if (client->count > 2) wrong_arity(client);
  else if (client->count == 2) say_bulk(client, word(client, 1), length_of(client, 1));
  else say(client, "+PONG\r\n");
}

static void echo(Client *client) { say_bulk(client, word(client, 1), length_of(client, 1)); }

static void hello(Client *client) {
  long long version = client->protocol;
  if (client->count > 1 && !parse_integer(word(client, 1), length_of(client, 1), &version))
    return say_error(client, "ERR Protocol version is not an integer or out of range");
  if (version != 2 && version != 3) return say_error(client, "NOPROTO unsupported protocol version");
  if (client->count > 2)
    return say_error(client, "ERR Syntax error in HELLO option '%.*s'",
                     (int)length_of(client, 2), word(client, 2));
  client->protocol = version;
  say(client, version == 3 ? "%%7\r\n" : "*14\r\n");
  say(client, "$6\r\nserver\r\n$5\r\nredis\r\n$7\r\nversion\r\n$6\r\n7.0.15\r\n");
  say(client, "$5\r\nproto\r\n:%lld\r\n", version);
  say(client, "$2\r\nid\r\n:%lld\r\n$4\r\nmode\r\n$10\r\nstandalone\r\n", client->id);
  say(client, "$4\r\nrole\r\n$6\r\nmaster\r\n$7\r\nmodules\r\n*0\r\n");
}

static void info(Client *client) {
  const char *lines = "# Server\r\nredis_version:7.0.15\r\n\r\n# Persistence\r\nloading:0\r\n";
  say_bulk(client, lines, strlen(lines));
}

static void select_database(Client *client) {
  long long index;
  if (!parse_integer(word(client, 1), length_of(client, 1), &index))
    say_error(client, "ERR value is not an integer or out of range");
  else if (index != 0) say_error(client, "ERR DB index is out of range");
  else say_ok(client);
}

static void quit(Client *client) { say_ok(client); client->is_closing = 1; }
static void hang_up(Client *client) { client->is_closing = 1; }

/* A name, how many words a request has (-2: two or more), and what is done. */
static const struct { const char *name; int arity; void (*run)(Client *); } commands[] = {
  {"ping", -1, ping}, {"echo", 2, echo}, {"hello", -1, hello}, {"info", -1, info}, {"quit", -1, quit},
  {"select", 2, select_database}, {"set", -3, set}, {"get", 2, get}, {"del", -2, delete_or_count},
  {"exists", -2, delete_or_count}, {"dbsize", 1, database_size}, {"flushall", -1, flush},
  {"flushdb", -1, flush},
  {"expire", -3, expire}, {"pexpire", -3, expire}, {"expireat", -3, expire}, {"pexpireat", -3, expire},
  {"ttl", 2, ttl}, {"pttl", 2, ttl}, {"expiretime", 2, ttl}, {"pexpiretime", 2, ttl}, {"persist", 2, persist},
  /* A web page can have its reader's browser send these two. */
  {"post", -1, hang_up}, {"host:", -1, hang_up}};

/* Quotes so much of a word as Redis does; a line break in it would end the error early. */
static int quote(Client *client, size_t i, int most) {
  int length = length_of(client, i) < (size_t)most ? (int)length_of(client, i) : most;
  append(&client->out, "'", 1);
  for (int at = 0; at < length; at++) {
    char byte = word(client, i)[at];
    append(&client->out, byte == '\r' || byte == '\n' ? " " : &byte, 1);
  }
  append(&client->out, "'", 1);
  return length + 3; /* With its quotes, and a space. */
}

static void execute(Client *client) {
  for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
    if (!is(client, 0, commands[i].name)) continue;
    int arity = commands[i].arity, words = client->count > 1 << 30 ? 1 << 30 : (int)client->count;
    return (arity > 0 ? words == arity : words >= -arity) ? commands[i].run(client) : wrong_arity(client);
  }
  say(client, "-ERR unknown command ");
  quote(client, 0, 128);
  say(client, ", with args beginning with: ");
  int quoted = 0;
  for (size_t i = 1; i < client->count && quoted < 128; i++) {
    quoted += quote(client, i, 128 - quoted);
    say(client, " ");
  }
  say(client, "\r\n");
}

/* --- Requests: all of these say whether a request is whole --- */

static int refuse(Client *client, const char *problem) {
  say_error(client, "ERR Protocol error: %s", problem);
  client->is_closing = 1;
  return 0;
}

static void add_word(Client *client, size_t start, size_t length) {
  if (client->read == client->words_room) { /* Room for what has come, not for what was announced. */
    client->words_room = 2 * client->words_room + 8;
    client->words = expect_memory(realloc(client->words, client->words_room * sizeof *client->words));
  }
  client->words[client->read++] = (Part){start, length};
}

/* Takes a line that has come whole; NULL if it has not, or goes on for too long. */
static char *take_line(Client *client, size_t *length, const char *problem) {
  char *line = client->in.at + client->parsed;
  size_t rest = client->in.length - client->parsed;
  char *end = rest ? memchr(line, '\n', rest) : NULL;
  if (!end && rest > MAX_LINE) refuse(client, problem);
  if (!end) return NULL;
  client->parsed += end - line + 1;
  *length = end - line - (end > line && end[-1] == '\r');
  return line;
}

/* Takes the words of a line that a person has typed. They only get shorter, so they stay where they are. */
static int take_inline(Client *client) {
  size_t length;
  char *at = take_line(client, &length, "too big inline request");
  if (!at) return 0;
  char *end = at + length;
  for (;;) {
    while (at < end && isspace((unsigned char)*at)) at++;
    if (at == end) break;
    char *start = at, *to = at, quote = 0;
    for (; at < end && (quote || !isspace((unsigned char)*at)); at++) {
      unsigned hex;
      int escapes = quote && *at == '\\' && at + 1 < end && (quote == '"' || at[1] == '\'');
      if (!quote && (*at == '"' || *at == '\'')) quote = *at;
      else if (*at == quote && at + 1 < end && !isspace((unsigned char)at[1])) break;
      else if (*at == quote) { quote = 0; at++; break; }
      else if (!escapes) *to++ = *at;
      else if (quote == '"' && end - at > 3 && at[1] == 'x' && isxdigit((unsigned char)at[2]) &&
               isxdigit((unsigned char)at[3]) && sscanf(at + 2, "%2x", &hex) == 1) { *to++ = hex; at += 3; }
      else {
        const char *escape = strchr("n\nr\rt\tb\ba\a", *++at);
        *to++ = quote == '"' && *at && escape && isalpha((unsigned char)*at) ? escape[1] : *at;
      }
    }
    if (quote) return refuse(client, "unbalanced quotes in request");
    add_word(client, start - client->in.at, to - start);
  }
  client->count = client->read;
  return 1;
}

static int take_request(Client *client) {
  size_t length;
  char *line, problem[] = "expected '$', got ' '";
  if (client->parsed == client->in.length) return 0;
  if (client->count == 0) {
    if (client->in.at[client->parsed] != '*') return take_inline(client);
    long long count;
    if (!(line = take_line(client, &length, "too big mbulk count string"))) return 0;
    if (!parse_integer(line + 1, length - 1, &count) || count > INT32_MAX)
      return refuse(client, "invalid multibulk length");
    if (count <= 0) return 1;
    client->count = count;
  }
  while (client->read < client->count) {
    if (client->bulk_length < 0) {
      if (client->parsed == client->in.length) return 0;
      problem[sizeof problem - 3] = client->in.at[client->parsed];
      if (client->in.at[client->parsed] != '$') return refuse(client, problem);
      if (!(line = take_line(client, &length, "too big bulk count string"))) return 0;
      if (!parse_integer(line + 1, length - 1, &client->bulk_length) || client->bulk_length < 0 ||
          client->bulk_length > MAX_BULK) return refuse(client, "invalid bulk length");
    }
    if (client->in.length - client->parsed < (size_t)client->bulk_length + 2) return 0;
    add_word(client, client->parsed, client->bulk_length);
    client->parsed += client->bulk_length + 2;
    client->bulk_length = -1;
  }
  return 1;
}

/* --- Connections --- */

static size_t unsent(const Client *client) { return client->out.length - client->sent; }

/* Answers what has come whole. Says whether it has stopped before, as the client has enough to read. */
static int answer(Client *client) {
  size_t done = 0;
  while (!client->is_closing && unsent(client) < ENOUGH && take_request(client)) {
    if (client->count > 0) execute(client);
    client->count = client->read = 0;
    done = client->parsed;
  }
  client->in.length -= done;
  if (done > 0) memmove(client->in.at, client->in.at + done, client->in.length);
  client->parsed -= done;
  for (size_t i = 0; i < client->read; i++) client->words[i].start -= done;
  return unsent(client) >= ENOUGH;
}

/* Sends what the system takes. Says whether the client is still there. */
static int send_replies(Client *client) {
  if (unsent(client) == 0) return 1;
  ssize_t sent = write(client->fd, client->out.at + client->sent, unsent(client));
  if (sent < 0) return errno == EAGAIN;
  client->sent += sent;
  if (unsent(client) == 0) client->out.length = client->sent = 0;
  return 1;
}

/* All that there is to do for a client. Says whether it is still there. */
static int serve(Client *client) {
  static char chunk[64 * 1024];
  int has_more;
  if (!client->has_ended && unsent(client) < ENOUGH) {
    ssize_t got = read(client->fd, chunk, sizeof chunk);
    if (got < 0 && errno != EAGAIN) return 0;
    if (got == 0) client->has_ended = 1;
    if (got > 0 && !client->is_closing) append(&client->in, chunk, got);
  }
  do {
    has_more = answer(client);
    if (!send_replies(client)) return 0;
  } while (has_more && unsent(client) == 0);
  if (unsent(client) > 0) return 1;
  if (client->has_ended) return 0;
  if (!client->is_closing) return 1;
  /* Who closes with bytes unread takes back the last reply: so we end our side, and read on for a while. */
  if (!client->linger_until) { shutdown(client->fd, SHUT_WR); client->linger_until = now() + LINGER_MS; }
  return now() < client->linger_until;
}

static Client *welcome(int fd) {
  static long long last_id;
  Client *client = expect_memory(calloc(1, sizeof *client));
  fcntl(fd, F_SETFL, O_NONBLOCK);
  *client = (Client){.fd = fd, .id = ++last_id, .protocol = 2, .bulk_length = -1};
  return client;
}

static void forget(Client *client) {
  close(client->fd);
  free(client->in.at); free(client->out.at); free(client->words); free(client);
}

static int listen_on(int port) {
  int fd = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (bind(fd, (struct sockaddr *)&address, sizeof address) || listen(fd, 511)) {
    perror("Cannot listen");
    exit(1);
  }
  fcntl(fd, F_SETFL, O_NONBLOCK);
  printf("Listening on 127.0.0.1:%d\n", port);
  fflush(stdout);
  return fd;
}

int main(void) {
  struct rlimit files;
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  signal(SIGPIPE, SIG_IGN);
  buckets = expect_memory(calloc(bucket_count, sizeof *buckets));
  int listener = listen_on(getenv("PORT") ? atoi(getenv("PORT")) : 6379);
  Client **clients = NULL;
  struct pollfd *polls = NULL;
  size_t count = 0;
  for (;;) {
    polls = expect_memory(realloc(polls, (count + 1) * sizeof *polls));
    polls[0] = (struct pollfd){.fd = listener, .events = POLLIN};
    for (size_t i = 0; i < count; i++) {
      int wants_more = !clients[i]->has_ended && unsent(clients[i]) < ENOUGH;
      int events = (wants_more ? POLLIN : 0) | (unsent(clients[i]) > 0 ? POLLOUT : 0);
      polls[i + 1] = (struct pollfd){.fd = clients[i]->fd, .events = events};
    }
    poll(polls, count + 1, 50);
    expire_some();
    size_t kept = 0, known = count;
    for (size_t i = 0; i < known; i++) {
      int is_due = polls[i + 1].revents || clients[i]->linger_until;
      if (!is_due || serve(clients[i])) clients[kept++] = clients[i];
      else forget(clients[i]);
    }
    count = kept;
    for (int fd; polls[0].revents && (fd = accept(listener, NULL, NULL)) >= 0;) {
      clients = expect_memory(realloc(clients, (count + 1) * sizeof *clients));
      clients[count++] = welcome(fd);
    }
  }
}

/* Stands between a program and the system's file calls, for files under SHIM_ROOT.
 *
 * shim_arm(n, error, sticky): the n-th call from now fails with that error; with sticky every later
 * one does too. shim_calls() counts calls since. shim_record(path) appends every change and every
 * sync to a file: a letter, the length of the path, an offset, the length of the data, path, data.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define FILES 4096
static char *names[FILES];
static long at = 0, calls = 0;
static int failure = 0, stick = 0, out = -1;

void shim_arm(long n, int error, int sticky) { calls = 0; at = n; failure = error; stick = sticky; }
long shim_calls(void) { return calls; }

#define REAL(name) static __typeof__(name) *real = 0; if (!real) real = dlsym(RTLD_NEXT, #name)

static const char *ours(const char *path) {
    const char *root = getenv("SHIM_ROOT");
    return root && path && !strncmp(path, root, strlen(root)) ? path + strlen(root) : 0;
}

static int fails(void) {
    calls++;
    if (at && (calls == at || (stick && calls > at))) { errno = failure; return 1; }
    return 0;
}

static ssize_t plain_write(int fd, const void *data, size_t size) {
    REAL(write);
    return real(fd, data, size);
}

int shim_record(const char *path) {
    out = open(path, O_CREAT | O_WRONLY | O_APPEND, 0600);
    return out;
}

static void tell(char what, const char *path, int64_t offset, const void *data, int64_t size) {
    if (out < 0) return;
    int64_t head[3] = {(int64_t)strlen(path), offset, size};
    size_t body = data ? (size_t)size : 0, whole = 1 + sizeof head + head[0] + body;
    char *line = malloc(whole);
    line[0] = what;
    memcpy(line + 1, head, sizeof head);
    memcpy(line + 1 + sizeof head, path, head[0]);
    if (body) memcpy(line + 1 + sizeof head + head[0], data, body);
    plain_write(out, line, whole); /* in one piece: another thread may tell something too */
    free(line);
}

static void named(int fd, const char *path) {
    if (fd < 0 || fd >= FILES) return;
    free(names[fd]);
    const char *inside = ours(path);
    names[fd] = inside ? strdup(inside) : 0;
}

static const char *name_of(int fd) { return fd >= 0 && fd < FILES ? names[fd] : 0; }

#define OPENED(call)                                                       \
    va_list more; va_start(more, flags);                                   \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0; \
    va_end(more);                                                          \
    if (ours(path) && fails()) return -1;                                  \
    int fd = call;                                                         \
    named(fd, path);                                                       \
    if (fd >= 0 && name_of(fd) && flags & O_TRUNC) tell('t', name_of(fd), 0, 0, 0); \
    return fd

int open(const char *path, int flags, ...) { REAL(open); OPENED(real(path, flags, mode)); }
int open64(const char *path, int flags, ...) { REAL(open64); OPENED(real(path, flags, mode)); }
int openat(int folder, const char *path, int flags, ...) {
    REAL(openat); OPENED(real(folder, path, flags, mode));
}

int close(int fd) {
    REAL(close);
    if (fd >= 0 && fd < FILES) { free(names[fd]); names[fd] = 0; }
    return real(fd);
}

ssize_t write(int fd, const void *data, size_t size) {
    REAL(write);
    const char *name = name_of(fd);
    if (!name) return real(fd, data, size);
    if (fails()) return -1;
    off_t offset = lseek(fd, 0, SEEK_CUR);
    ssize_t done = real(fd, data, size);
    if (done > 0) tell('w', name, offset, data, done);
    return done;
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset) {
    REAL(pwrite64);
    const char *name = name_of(fd);
    if (!name) return real(fd, data, size, offset);
    if (fails()) return -1;
    ssize_t done = real(fd, data, size, offset);
    if (done > 0) tell('w', name, offset, data, done);
    return done;
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) {
    return pwrite64(fd, data, size, offset);
}

#define ON_FD(call, what, size)                \
    const char *name = name_of(fd);            \
    if (!name) return call;                    \
    if (fails()) return -1;                    \
    int done = call;                           \
    if (!done) tell(what, name, 0, 0, size);   \
    return done

int fsync(int fd) { REAL(fsync); ON_FD(real(fd), 's', 0); }
int fdatasync(int fd) { REAL(fdatasync); ON_FD(real(fd), 's', 0); }
int ftruncate64(int fd, off64_t size) { REAL(ftruncate64); ON_FD(real(fd, size), 't', size); }
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

#define ON_PATH(call)                      \
    if (!ours(path)) return call;          \
    if (fails()) return -1;                \
    int done = call;                       \
    if (!done) tell('u', ours(path), 0, 0, 0); \
    return done

int unlink(const char *path) { REAL(unlink); ON_PATH(real(path)); }
int mkdir(const char *path, mode_t mode) {
    REAL(mkdir);
    return ours(path) && fails() ? -1 : real(path, mode);
}
int rmdir(const char *path) { REAL(rmdir); return ours(path) && fails() ? -1 : real(path); }
int rename(const char *path, const char *to) {
    REAL(rename);
    return ours(path) && fails() ? -1 : real(path, to);
}
int link(const char *path, const char *to) {
    REAL(link);
    return ours(path) && fails() ? -1 : real(path, to);
}

ssize_t read(int fd, void *data, size_t size) {
    REAL(read);
    return name_of(fd) && fails() ? -1 : real(fd, data, size);
}
ssize_t pread64(int fd, void *data, size_t size, off64_t offset) {
    REAL(pread64);
    return name_of(fd) && fails() ? -1 : real(fd, data, size, offset);
}
ssize_t pread(int fd, void *data, size_t size, off_t offset) {
    return pread64(fd, data, size, offset);
}

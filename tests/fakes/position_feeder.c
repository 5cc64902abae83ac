/* A microphone whose clock never waits, as a client of a JACK server: its one output plays the samples of a file (s16le, mono) in a
 * loop, each at the place that the server's frame time says. Who misses a period has missed these samples for good.
 *
 *     position_feeder FILE    prints "ready" when it plays, and plays until it is killed
 */
#include <jack/jack.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int16_t *samples;
static long length;
static jack_client_t *client;
static jack_port_t *port;

static int play(jack_nframes_t frames, void *unused)
{
    float *out = jack_port_get_buffer(port, frames);
    jack_nframes_t now = jack_last_frame_time(client);
    (void)unused;
    for (jack_nframes_t i = 0; i < frames; i++)
        out[i] = samples[(now + i) % length] / 32768.0f;
    return 0;
}

static int load(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0)
        return -1;
    length = ftell(file) / (long)sizeof *samples;
    rewind(file);
    samples = malloc(length * sizeof *samples);
    if (length <= 0 || !samples || fread(samples, sizeof *samples, length, file) != (size_t)length)
        return -1;
    return fclose(file);
}

int main(int argc, char **argv)
{
    if (argc != 2 || load(argv[1]) != 0)
        return 1;
    for (int tries = 0; !client && tries < 100; tries++) { /* the server may still be starting */
        client = jack_client_open("mic", JackNoStartServer, NULL);
        if (!client)
            usleep(100000);
    }
    if (!client)
        return 2;
    jack_set_process_callback(client, play, NULL);
    port = jack_port_register(client, "out", JACK_DEFAULT_AUDIO_TYPE, JackPortIsOutput | JackPortIsPhysical | JackPortIsTerminal, 0);
    if (!port || jack_activate(client) != 0)
        return 3;
    puts("ready");
    fflush(stdout);
    for (;;)
        pause();
}

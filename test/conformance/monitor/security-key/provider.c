/*
 * A security key made of software, for tests: what ssh-keygen loads with SSH_SK_PROVIDER instead of a FIDO device
 * (PROTOCOL.u2f and sk-api.h of OpenSSH, API version 10). The keys themselves are sign.mjs, which Node runs; a request is
 * its command line, an answer one line of space-separated hexadecimal fields. The handle of a key is its private part, so
 * nothing is kept here. SECURITY_KEY_COMMAND says how to start it.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define API_VERSION 0x000a0000u
#define GENERAL_FAILURE (-1)
#define MAX_LINE 16384

struct sk_option;
struct sk_resident_key;

struct sk_enroll_response {
	uint8_t flags;
	uint8_t *public_key;
	size_t public_key_len;
	uint8_t *key_handle;
	size_t key_handle_len;
	uint8_t *signature;
	size_t signature_len;
	uint8_t *attestation_cert;
	size_t attestation_cert_len;
	uint8_t *authdata;
	size_t authdata_len;
};

struct sk_sign_response {
	uint8_t flags;
	uint32_t counter;
	uint8_t *sig_r;
	size_t sig_r_len;
	uint8_t *sig_s;
	size_t sig_s_len;
};

static char *to_hex(const uint8_t *bytes, size_t length)
{
	char *text = malloc(2 * length + 1);
	if (text == NULL)
		return NULL;
	text[0] = '\0';
	for (size_t i = 0; i < length; i++)
		sprintf(text + 2 * i, "%02x", bytes[i]);
	return text;
}

/* The next field of an answer; advances the cursor. NULL at its end. */
static uint8_t *next_field(char **cursor, size_t *length)
{
	char *field = strsep(cursor, " \n");
	if (field == NULL || *field == '\0')
		return NULL;
	*length = strlen(field) / 2;
	uint8_t *bytes = malloc(*length);
	for (size_t i = 0; bytes != NULL && i < *length; i++)
		sscanf(field + 2 * i, "%2hhx", &bytes[i]);
	return bytes;
}

/* Asks sign.mjs; the answer is one line, the caller's to free. */
static char *ask(const char *request)
{
	const char *command = getenv("SECURITY_KEY_COMMAND");
	if (command == NULL)
		return NULL;
	size_t size = strlen(command) + strlen(request) + 2;
	char *whole = malloc(size), *line = malloc(MAX_LINE);
	if (whole == NULL || line == NULL)
		return NULL;
	snprintf(whole, size, "%s %s", command, request);
	FILE *answer = popen(whole, "r");
	char *read = answer == NULL ? NULL : fgets(line, MAX_LINE, answer);
	int status = answer == NULL ? -1 : pclose(answer);
	free(whole);
	return read != NULL && status == 0 ? line : NULL;
}

uint32_t sk_api_version(void)
{
	return API_VERSION;
}

int sk_enroll(uint32_t alg, const uint8_t *challenge, size_t challenge_len, const char *application, uint8_t flags,
    const char *pin, struct sk_option **options, struct sk_enroll_response **enrolled)
{
	(void)challenge, (void)challenge_len, (void)application, (void)pin, (void)options;
	char request[64];
	snprintf(request, sizeof(request), "enroll %u", alg);
	char *answer = ask(request), *cursor = answer;
	struct sk_enroll_response *response = calloc(1, sizeof(*response));
	if (answer == NULL || response == NULL)
		return GENERAL_FAILURE;
	response->flags = flags;
	response->public_key = next_field(&cursor, &response->public_key_len);
	response->key_handle = next_field(&cursor, &response->key_handle_len);
	response->signature = calloc(1, 1); /* of the attestation, which nobody asks for */
	response->signature_len = 1;
	free(answer);
	*enrolled = response;
	return 0;
}

int sk_sign(uint32_t alg, const uint8_t *data, size_t data_len, const char *application, const uint8_t *key_handle,
    size_t key_handle_len, uint8_t flags, const char *pin, struct sk_option **options,
    struct sk_sign_response **signature)
{
	(void)pin, (void)options;
	char *message = to_hex(data, data_len), *handle = to_hex(key_handle, key_handle_len);
	char *name = to_hex((const uint8_t *)application, strlen(application));
	struct sk_sign_response *response = calloc(1, sizeof(*response));
	char request[MAX_LINE];
	if (message == NULL || handle == NULL || name == NULL || response == NULL)
		return GENERAL_FAILURE;
	response->flags = flags;
	response->counter = 7;
	int length = snprintf(request, sizeof(request), "sign %u %s %s %u %u %s", alg, message, name, response->flags,
	    response->counter, handle);
	char *answer = length < MAX_LINE ? ask(request) : NULL, *cursor = answer;
	free(message), free(handle), free(name);
	if (answer == NULL)
		return GENERAL_FAILURE;
	response->sig_r = next_field(&cursor, &response->sig_r_len);
	response->sig_s = next_field(&cursor, &response->sig_s_len);
	free(answer);
	*signature = response;
	return 0;
}

int sk_load_resident_keys(const char *pin, struct sk_option **options, struct sk_resident_key ***keys, size_t *count)
{
	(void)pin, (void)options;
	*keys = NULL;
	*count = 0;
	return 0;
}

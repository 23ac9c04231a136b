package official

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func TestCallAnswersTheTranslationBehindItsHeader(t *testing.T) {
	h, body := decode(t, Call(OpTranslate, []byte(rich), Options{Strict: true}))
	want, _ := Translate([]byte(rich), Options{Strict: true})
	if len(h.Entries) != 0 || len(h.Sections) != 1 || h.Sections[0].Lengths[0] != len(want) || body != string(want) {
		t.Fatalf("header %+v, body %s", h, body)
	}
}

func TestCallAnswersPartsInOrder(t *testing.T) {
	h, body := decode(t, Call(OpParts, []byte(rich), Options{}))
	if h.Sections[0].Name != "ignition" || !strings.HasPrefix(body, `{"version":"3.6.0"}`) {
		t.Fatalf("header %+v, body %s", h, body)
	}
}

func TestUnknownKeysHaveAPlace(t *testing.T) {
	h, _ := decode(t, Call(OpTranslate, []byte("variant: fcos\nversion: 1.7.0\nstorage:\n  filez: []\n"), Options{}))
	want := Entry{Severity: "warning", Message: "unused key filez", Path: []any{"storage", "filez"}, Line: 4, Column: 3}
	if len(h.Entries) != 1 || !same(h.Entries[0], want) {
		t.Fatalf("%+v", h.Entries)
	}
}

func TestStrictFailsOnWarnings(t *testing.T) {
	input := []byte("variant: fcos\nversion: 1.7.0\nkey: 1\n")
	if ignition, _ := Translate(input, Options{Strict: true}); ignition != nil {
		t.Errorf("strict answered %s", ignition)
	}
	if ignition, entries := Translate(input, Options{}); ignition == nil || len(entries) != 1 {
		t.Errorf("not strict: %s %+v", ignition, entries)
	}
}

func TestYamlErrorsHaveALine(t *testing.T) {
	for input, line := range map[string]int64{
		"variant: fcos\nversion: 1.7.0\nstorage:\n\tfiles: []\n":            4,
		"variant: fcos\nversion: 1.7.0\nstorage:\n  files:\n    path: /x\n": 5,
	} {
		_, entries := Translate([]byte(input), Options{})
		if len(entries) != 1 || entries[0].Line != line || entries[0].Severity != "error" {
			t.Errorf("%q: %+v", input, entries)
		}
	}
}

func TestEachTypeErrorIsAnEntry(t *testing.T) {
	_, entries := Translate([]byte("variant: fcos\nversion: 1.7.0\nstorage:\n  files: 1\n  links: 2\n"), Options{})
	if len(entries) != 2 || entries[0].Line != 4 || entries[1].Line != 5 {
		t.Fatalf("%+v", entries)
	}
}

func TestValidateFindsUnknownKeysAndErrors(t *testing.T) {
	if entries := Validate([]byte(`{"ignition":{"version":"3.6.0"}}`)); len(entries) != 0 {
		t.Errorf("valid: %+v", entries)
	}
	entries := Validate([]byte(`{"ignition":{"version":"3.6.0"},"storage":{"filez":[]}}`))
	if len(entries) != 1 || !strings.Contains(strings.ToLower(entries[0].Message), "unused key filez") {
		t.Errorf("unknown key: %+v", entries)
	}
	entries = Validate([]byte(`{"ignition":{"version":"3.6.0"},"storage":{"files":[{"path":"relative"}]}}`))
	if len(entries) == 0 || entries[0].Severity != "error" || entries[0].Line != 1 || entries[0].Column < 40 {
		t.Errorf("relative path: %+v", entries)
	}
}

func TestDeepJSONIsRefused(t *testing.T) {
	entries := Validate([]byte(strings.Repeat("[", 10_000)))
	if len(entries) != 1 || entries[0].Message != nestedTooDeeply {
		t.Fatalf("%+v", entries)
	}
	if deeperThan(2, []byte(`{"a":["[[[\"[["]}`)) {
		t.Error("brackets in strings count")
	}
}

func TestUnknownOperationIsAnEntry(t *testing.T) {
	if h, _ := decode(t, Call(9, nil, Options{})); len(h.Entries) != 1 {
		t.Fatalf("%+v", h.Entries)
	}
}

func decode(t *testing.T, message []byte) (header, string) {
	t.Helper()
	line, body, found := bytes.Cut(message, []byte("\n"))
	var h header
	if err := json.Unmarshal(line, &h); !found || err != nil {
		t.Fatal(err, string(message))
	}
	return h, string(body)
}

func same(a, b Entry) bool {
	x, _ := json.Marshal(a)
	y, _ := json.Marshal(b)
	return bytes.Equal(x, y)
}

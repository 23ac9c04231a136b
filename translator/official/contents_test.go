package official

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestContentsAreEncodedAsInATranslation(t *testing.T) {
	texts := []string{"", "one line\n", "ünï \x00\n", strings.Repeat("key = value\n", 40), strings.Repeat("a", 4)}
	input, _ := json.Marshal(texts)
	_, sections := contents(input)
	if len(sections) != 1 || len(sections[0].Elements) != 2*len(texts) {
		t.Fatalf("%d texts gave %v", len(texts), sections)
	}
	for i, text := range texts {
		quoted, _ := json.Marshal(text)
		butane := "variant: fcos\nversion: 1.7.0\nstorage:\n  files:\n    - path: /a\n      contents:\n        inline: " + string(quoted)
		ignition, _ := Translate([]byte(butane), Options{})
		url, compression := sections[0].Elements[2*i], sections[0].Elements[2*i+1]
		want := `"contents":{"compression":"` + string(compression) + `","source":"` + string(url) + `"}`
		if !strings.Contains(string(ignition), want) {
			t.Errorf("%q: %s is not in %s", text, want, ignition)
		}
	}
}

func TestContentsThatAreNoTextsAreAnEntry(t *testing.T) {
	if entries, sections := contents([]byte(`{"a":1}`)); len(entries) != 1 || sections != nil {
		t.Errorf("got %v %v", entries, sections)
	}
}

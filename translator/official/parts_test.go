package official

import (
	"encoding/json"
	"strings"
	"testing"
)

const rich = `variant: fcos
version: 1.7.0
kernel_arguments: {should_exist: [console=tty0]}
passwd:
  groups: [{name: ops}]
  users: [{name: core, ssh_authorized_keys: [ssh-ed25519 AAAA]}]
storage:
  directories: [{path: /etc/a}]
  files:
    - {path: '/etc/a/",]}', contents: {inline: '<é> "quoted\" {[' }}
    - {path: /etc/b, contents: {inline: two}}
  links: [{path: /etc/l, target: /etc/b}]
systemd:
  units: [{name: a.service, enabled: true}]
`

func TestSplitKeepsEveryByte(t *testing.T) {
	ignition, entries := Translate([]byte(rich), Options{Strict: true})
	if ignition == nil {
		t.Fatal(entries)
	}
	if again := assemble(Split(ignition)); again != string(ignition) {
		t.Fatalf("assembled:\n%s\ntranslated:\n%s", again, ignition)
	}
}

func TestSplitNamesSections(t *testing.T) {
	ignition, _ := Translate([]byte(rich), Options{})
	counts := map[string]int{}
	for _, s := range Split(ignition) {
		counts[s.Name] = len(s.Elements)
		for _, element := range s.Elements {
			if !json.Valid(element) {
				t.Errorf("%s: not JSON: %s", s.Name, element)
			}
		}
	}
	want := map[string]int{
		"ignition": 1, "kernelArguments": 1, "passwd.groups": 1, "passwd.users": 1,
		"storage.directories": 1, "storage.files": 2, "storage.links": 1, "systemd.units": 1,
	}
	if len(counts) != len(want) {
		t.Errorf("sections: %v", counts)
	}
	for name, n := range want {
		if counts[name] != n {
			t.Errorf("%s: %d elements, want %d", name, counts[name], n)
		}
	}
}

// assemble writes sections as the configuration they were taken from: keys come in the order of the text.
func assemble(sections []Section) string {
	var top []string
	open, inner := "", []string(nil)
	flush := func() {
		if open != "" {
			top = append(top, `"`+open+`":{`+strings.Join(inner, ",")+`}`)
		}
		open, inner = "", nil
	}
	for _, s := range sections {
		parent, key, nested := strings.Cut(s.Name, ".")
		if parent != open {
			flush()
		}
		if !nested {
			top = append(top, `"`+parent+`":`+string(s.Elements[0]))
			continue
		}
		elements := make([]string, len(s.Elements))
		for i, e := range s.Elements {
			elements[i] = string(e)
		}
		open = parent
		inner = append(inner, `"`+key+`":[`+strings.Join(elements, ",")+`]`)
	}
	flush()
	return "{" + strings.Join(top, ",") + "}"
}

// Package official answers calls with the official Butane translator and Ignition validator: bytes in, entries and JSON
// out. Whatever is wrong with the input is an entry, never an error or a panic.
package official

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/coreos/vcontext/report"
)

// Entry is one line of a report. Lines and columns count from 1 and are 0 where the report has none. Path leads into the
// input: names of keys and indices of lists.
type Entry struct {
	Severity string `json:"severity"`
	Message  string `json:"message"`
	Path     []any  `json:"path"`
	Line     int64  `json:"line"`
	Column   int64  `json:"column"`

	// context is the path as the report prints it, for sorting.
	context string
}

// yamlLine finds the only place that YAML's own errors know: the line inside of their message.
var yamlLine = regexp.MustCompile(`\bline (\d+): `)

// reported answers the entries of a report, and what err says beyond it. Errors that only repeat that the report is fatal
// are left out.
func reported(r report.Report, err error) []Entry {
	entries := make([]Entry, 0, len(r.Entries))
	for _, e := range r.Entries {
		entry := Entry{Severity: e.Kind.String(), Message: e.Message, Path: e.Context.Path, context: e.Context.String()}
		if entry.Path == nil {
			entry.Path = []any{}
		}
		if start := e.Marker.StartP; start != nil {
			entry.Line, entry.Column = start.Line, start.Column
		}
		entries = append(entries, entry)
	}
	if err != nil && !r.IsFatal() {
		entries = append(entries, explained(err)...)
	}
	slices.SortStableFunc(entries, compare)
	return entries
}

// explained turns an error that bypassed the report into entries: one for each place that YAML complains about.
func explained(err error) []Entry {
	lines := strings.Split(strings.TrimSpace(err.Error()), "\n")
	if len(lines) > 1 && strings.HasSuffix(lines[0], "unmarshal errors:") {
		lines = lines[1:]
	} else {
		lines = []string{strings.Join(lines, " ")}
	}
	entries := make([]Entry, 0, len(lines))
	for _, line := range lines {
		entry := failure(strings.TrimSpace(line))
		if found := yamlLine.FindStringSubmatchIndex(entry.Message); found != nil {
			entry.Line, _ = strconv.ParseInt(entry.Message[found[2]:found[3]], 10, 64)
		}
		entries = append(entries, entry)
	}
	return entries
}

// failure is an error that has no place in the input.
func failure(message string) Entry {
	return Entry{Severity: report.Error.String(), Message: message, Path: []any{}}
}

// compare orders entries by place, then by text: the official order varies from run to run.
func compare(a, b Entry) int {
	return cmp.Or(
		cmp.Compare(a.Line, b.Line),
		cmp.Compare(a.Column, b.Column),
		cmp.Compare(a.context, b.context),
		cmp.Compare(a.Severity, b.Severity),
		cmp.Compare(a.Message, b.Message),
	)
}

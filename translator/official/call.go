package official

import (
	"encoding/json"
	"fmt"
)

// Operation is what a call asks for. The numbers are shared with the adapter that calls.
type Operation int32

// The operations.
const (
	OpTranslate Operation = iota
	OpParts
	OpValidate
	OpContents
)

// Call carries one call out and answers one message: a line of JSON that says what was found and how long each element
// is, then the elements one after another. A panic of the official code becomes an entry.
func Call(operation Operation, input []byte, options Options) (message []byte) {
	defer func() {
		if p := recover(); p != nil {
			message = encode([]Entry{failure(fmt.Sprintf("the official translator failed: %v", p))}, nil)
		}
	}()
	switch operation {
	case OpTranslate:
		ignition, entries := Translate(input, options)
		if ignition == nil {
			return encode(entries, nil)
		}
		return encode(entries, []Section{{Elements: [][]byte{ignition}}})
	case OpParts:
		return encode(parts(input, options))
	case OpValidate:
		return encode(Validate(input), nil)
	case OpContents:
		return encode(contents(input))
	default:
		return encode([]Entry{failure(fmt.Sprintf("no such operation: %d", operation))}, nil)
	}
}

func parts(butane []byte, options Options) ([]Entry, []Section) {
	ignition, entries := Translate(butane, options)
	if ignition == nil {
		return entries, nil
	}
	return entries, Split(ignition)
}

// header is the first line of a message. Sections keep their order.
type header struct {
	Entries  []Entry  `json:"entries"`
	Sections []layout `json:"sections"`
}

type layout struct {
	Name    string `json:"name"`
	Lengths []int  `json:"lengths"`
}

func encode(entries []Entry, sections []Section) []byte {
	h := header{Entries: entries, Sections: make([]layout, len(sections))}
	size := 0
	for i, s := range sections {
		h.Sections[i] = layout{Name: s.Name, Lengths: make([]int, len(s.Elements))}
		for j, element := range s.Elements {
			h.Sections[i].Lengths[j] = len(element)
			size += len(element)
		}
	}
	line, err := json.Marshal(h)
	if err != nil {
		panic(err) // strings and numbers only: cannot fail
	}
	message := append(make([]byte, 0, len(line)+1+size), append(line, '\n')...)
	for _, s := range sections {
		for _, element := range s.Elements {
			message = append(message, element...)
		}
	}
	return message
}

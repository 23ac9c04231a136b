package official

import (
	"encoding/json"

	baseutil "github.com/coreos/ignition/v2/butane/base/util"
)

// contents encodes texts as Butane does what stands inline in a file: for each a data URL and the compression that goes with
// it, as two elements. The input is a JSON array of strings.
func contents(input []byte) ([]Entry, []Section) {
	var texts []string
	if err := json.Unmarshal(input, &texts); err != nil {
		return []Entry{failure("the contents are no JSON array of strings: " + err.Error())}, nil
	}
	encoded := Section{Name: "contents"}
	for _, text := range texts {
		url, compression, err := baseutil.MakeDataURL([]byte(text), nil, true)
		if err != nil {
			return []Entry{failure(err.Error())}, nil
		}
		encoded.Elements = append(encoded.Elements, []byte(url), []byte(*compression))
	}
	return nil, []Section{encoded}
}

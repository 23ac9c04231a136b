package official

import (
	"github.com/coreos/ignition/v2/butane/config"
	"github.com/coreos/ignition/v2/butane/config/common"
)

// Options are what the stock command line tool calls --strict and --files-dir.
type Options struct {
	// Strict fails a translation that has any entry.
	Strict bool
	// FilesDir is the folder that `local:` and `trees:` read below; none when empty.
	FilesDir string
}

// Translate turns Butane into Ignition: the very bytes that `butane` writes, without the newline that the tool adds.
// The bytes are nil where the tool would have failed.
func Translate(butane []byte, options Options) ([]byte, []Entry) {
	ignition, r, err := config.TranslateBytes(butane, common.TranslateBytesOptions{
		TranslateOptions: common.TranslateOptions{FilesDir: options.FilesDir},
	})
	entries := reported(r, err)
	if err != nil || options.Strict && len(entries) > 0 {
		return nil, entries
	}
	return ignition, entries
}

package official

import (
	ignition "github.com/coreos/ignition/v2/config/v3_6"
)

// Validate runs the official validator over an Ignition configuration of any stable version. Keys that it does not know
// are warnings, as the official tool reports them.
func Validate(config []byte) []Entry {
	if deeperThan(maxDepth, config) {
		return []Entry{failure(nestedTooDeeply)}
	}
	_, r, err := ignition.ParseCompatibleVersion(config)
	return reported(r, err)
}

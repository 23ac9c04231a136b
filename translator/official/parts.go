package official

// Section is a list of a configuration, with its elements as raw JSON, or one value that is no list, as the only element.
type Section struct {
	Name     string
	Elements [][]byte
}

// opened are the objects whose keys are sections of their own: `storage.files`, `systemd.units`, `passwd.users`.
var opened = map[string]bool{"storage": true, "systemd": true, "passwd": true}

// Split takes a translated configuration apart. The elements are slices of it, untouched: written one after another with
// the keys around them they are the configuration again.
func Split(ignition []byte) []Section {
	var sections []Section
	for _, top := range members(ignition) {
		if !opened[top.key] {
			sections = append(sections, Section{Name: top.key, Elements: [][]byte{top.value}})
			continue
		}
		for _, inner := range members(top.value) {
			sections = append(sections, Section{Name: top.key + "." + inner.key, Elements: elementsOf(inner.value)})
		}
	}
	return sections
}

// elementsOf reads the elements of a list; anything else is its own only element.
func elementsOf(value []byte) [][]byte {
	if value[0] != '[' {
		return [][]byte{value}
	}
	var elements [][]byte
	for _, element := range members(value) {
		elements = append(elements, element.value)
	}
	return elements
}

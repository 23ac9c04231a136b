package official

// member is a key of an object with its value, or an element of a list without a key; both are slices of the text.
type member struct {
	key   string
	value []byte
}

// members takes an object or a list apart, one level deep. It expects what the official code marshals: valid JSON without
// white space, and keys without escapes.
func members(container []byte) []member {
	var found []member
	key, start, depth := "", 1, 0
	for i := 1; i < len(container); i++ {
		switch c := container[i]; {
		case c == '"':
			i = endOfString(container, i)
		case c == '{' || c == '[':
			depth++
		case depth == 0 && c == ':':
			key, start = string(container[start+1:i-1]), i+1
		case depth == 0 && (c == ',' || c == '}' || c == ']'):
			if i > start {
				found = append(found, member{key: key, value: container[start:i]})
			}
			start = i + 1
		case c == '}' || c == ']':
			depth--
		}
	}
	return found
}

// deeperThan says whether brackets outside of strings are nested deeper than limit. What else is wrong with the text is
// the parser's business.
func deeperThan(limit int, json []byte) bool {
	depth := 0
	for i := 0; i < len(json); i++ {
		switch json[i] {
		case '"':
			i = endOfString(json, i)
		case '{', '[':
			if depth++; depth > limit {
				return true
			}
		case '}', ']':
			depth--
		}
	}
	return false
}

// endOfString answers the index of the quote that ends the string that begins at i, or the text's end.
func endOfString(json []byte, i int) int {
	for i++; i < len(json) && json[i] != '"'; i++ {
		if json[i] == '\\' {
			i++
		}
	}
	return i
}

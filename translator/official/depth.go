package official

import "fmt"

// maxDepth is how deep JSON may be nested. The official parser calls itself for each level and would exhaust the stack of
// its host, which ends the instance. (YAML's parser has a limit of its own, 10,000, for which the host has stack enough.)
const maxDepth = 1000

var nestedTooDeeply = fmt.Sprintf("the input is nested more than %d levels deep", maxDepth)

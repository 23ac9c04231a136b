//go:build wasip1

// The module that the adapter instantiates: `_initialize` once, then for each call `alloc`, `call` and `result`.
package main

import (
	"unsafe"

	"pilotlight.dev/translator/official"
)

// filesDir is where the host mounts the files that a configuration may read.
const filesDir = "/files"

const (
	flagStrict = 1 << iota
	flagFiles
)

var input, message []byte

// alloc answers the address of a buffer for the input of the next call.
//
//go:wasmexport alloc
func alloc(length int32) unsafe.Pointer {
	input = make([]byte, length, max(length, 1))
	return unsafe.Pointer(unsafe.SliceData(input))
}

// call carries an operation out on the input and answers the length of its message.
//
//go:wasmexport call
func call(operation, flags int32) int32 {
	options := official.Options{Strict: flags&flagStrict != 0}
	if flags&flagFiles != 0 {
		options.FilesDir = filesDir
	}
	message = official.Call(official.Operation(operation), input, options)
	input = nil
	return int32(len(message))
}

// result answers the address of the last call's message, which lives until the next call.
//
//go:wasmexport result
func result() unsafe.Pointer {
	return unsafe.Pointer(unsafe.SliceData(message))
}

func main() {}

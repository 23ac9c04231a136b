// Serves a folder as the program matchbox does, on a free port of the loopback interface, whose address it prints.
package main

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"

	web "github.com/poseidon/matchbox/matchbox/http"
	"github.com/poseidon/matchbox/matchbox/server"
	"github.com/poseidon/matchbox/matchbox/storage"
	"github.com/sirupsen/logrus"
)

func main() {
	folder := os.Args[1]
	log := logrus.New()
	store := storage.NewFileStore(&storage.Config{Root: folder, Logger: log})
	core := server.NewServer(&server.Config{Store: store})
	config := &web.Config{Core: core, Logger: log, AssetsPath: filepath.Join(folder, "assets")}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("http://%s\n", listener.Addr())
	log.Fatal(http.Serve(listener, web.NewServer(config).HTTPHandler()))
}

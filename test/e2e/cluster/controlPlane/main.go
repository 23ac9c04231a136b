// A Kubernetes control plane with etcd in one program, for tests: the first argument says which part of it runs.
package main

import (
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"
	"go.etcd.io/etcd/etcdctl/v3/ctlv3"
	"go.etcd.io/etcd/server/v3/etcdmain"
	"k8s.io/component-base/cli"
	"k8s.io/component-base/logs"
	_ "k8s.io/component-base/metrics/prometheus/clientgo"
	_ "k8s.io/component-base/metrics/prometheus/version"
	kubectl "k8s.io/kubectl/pkg/cmd"
	apiServer "k8s.io/kubernetes/cmd/kube-apiserver/app"
	controllers "k8s.io/kubernetes/cmd/kube-controller-manager/app"
	scheduler "k8s.io/kubernetes/cmd/kube-scheduler/app"
	hollowNode "k8s.io/kubernetes/cmd/kubemark/app"
)

// commands are those parts that are made of Kubernetes' own commands.
var commands = map[string]func() *cobra.Command{
	"api-server":  apiServer.NewAPIServerCommand,
	"controllers": controllers.NewControllerManagerCommand,
	"scheduler":   func() *cobra.Command { return scheduler.NewSchedulerCommand() },
	"kubelet":     hollowNode.NewHollowNodeCommand,
}

func main() {
	if len(os.Args) < 2 {
		refuse("say which part of the control plane is to run")
	}
	part := os.Args[1]
	os.Args = slices.Delete(os.Args, 1, 2)
	switch part {
	case "etcd":
		etcdmain.Main(os.Args)
	case "etcdctl":
		ctlv3.MustStart()
	case "kubectl":
		runKubectl()
	default:
		command, known := commands[part]
		if !known {
			refuse("there is no part " + part)
		}
		os.Exit(cli.Run(command()))
	}
}

// runKubectl runs kubectl as its own program does: errors are printed once, in kubectl's words.
func runKubectl() {
	logs.GlogSetter("0")
	if err := cli.RunNoErrOutput(kubectl.NewDefaultKubectlCommand()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func refuse(problem string) {
	fmt.Fprintln(os.Stderr, problem)
	os.Exit(2)
}

# A pipeline's check of rendered manifests, before anything is deployed:
#   conftest test --policy policy --data escape-hatches.json --data place.json manifests/
package main

import data.golden_path.escape_hatches

template := input.spec.template if input.kind in ["Deployment", "StatefulSet", "DaemonSet", "Job"]

template := input.spec.jobTemplate.spec.template if input.kind == "CronJob"

template := input if input.kind == "Pod"

containers contains container if {
	some kind in ["initContainers", "containers"]
	some container in template.spec[kind]
}

# Where the manifests are deployed: `cluster` and `environment`.
default place := {}

place := data.place

asked := object.union(
	{
		"entity": template.metadata.annotations["golden-path.io/entity"],
		"kind": input.kind,
		"name": input.metadata.name,
		"namespace": object.get(input.metadata, "namespace", ""),
	},
	place,
)

deny contains message if {
	some container in containers
	container.securityContext.privileged
	not escape_hatches.exempt("privileged-container", asked)
	message := sprintf("%s %s: container %s is privileged (rule privileged-container)", [
		input.kind,
		input.metadata.name,
		container.name,
	])
}

deny contains message if {
	some container in containers
	not container.resources.limits.memory
	not escape_hatches.exempt("resource-limits", asked)
	message := sprintf("%s %s: container %s has no memory limit (rule resource-limits)", [
		input.kind,
		input.metadata.name,
		container.name,
	])
}

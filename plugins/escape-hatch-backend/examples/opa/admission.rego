# An admission policy: pods run without privileges, but for those that an escape hatch admits. The input is
# Kubernetes' AdmissionReview.
package golden_path.admission

import data.golden_path.escape_hatches

# Where this OPA runs. Without them, only hatches for all clusters and environments count.
cluster := data.golden_path.cluster

environment := data.golden_path.environment

pod := input.request.object

asked := object.union(
	{
		"entity": pod.metadata.annotations["golden-path.io/entity"],
		"namespace": input.request.namespace,
		"name": object.get(pod.metadata, "name", object.get(pod.metadata, "generateName", "")),
	},
	placed,
)

placed["cluster"] := cluster

placed["environment"] := environment

deny contains message if {
	input.request.kind.kind == "Pod"
	some kind in ["initContainers", "containers", "ephemeralContainers"]
	some container in pod.spec[kind]
	container.securityContext.privileged
	not escape_hatches.admitted("privileged-container", asked)
	message := sprintf(
		"Container %s is privileged. Rule privileged-container: ask for an escape hatch, or run it without privileges.",
		[container.name],
	)
}

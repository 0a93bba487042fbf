# Whether an escape hatch lets something leave a golden-path rule. Reads the bundle's `data.escape_hatches`, or the same
# data given to conftest. Every condition has to be met: what is not known closes the gate.
package golden_path.escape_hatches

# `asked` says what it is about:
#   entity       the service, such as `component:default/special-ml-workload`
#   environment  optional; left out, only hatches for all environments count
#   cluster, namespace, kind, name  optional; a hatch that names one counts only where it is the asked one
#   vulnerabilities  ids that a scan found; of a rule about them, a hatch counts when it names all of them
exempt(rule, asked) if {
	some hatch in data.escape_hatches.by_entity[asked.entity][rule]
	counts(hatch, asked)
}

# For admission: an annotation can be copied by anybody, so the hatch itself has to name the namespace.
admitted(rule, asked) if {
	some hatch in data.escape_hatches.by_entity[asked.entity][rule]
	hatch.target.namespace == asked.namespace
	counts(hatch, asked)
}

counts(hatch, asked) if {
	now := time.now_ns()
	now < time.parse_rfc3339_ns(data.escape_hatches.valid_until)
	now >= time.parse_rfc3339_ns(hatch.not_before)
	now < time.parse_rfc3339_ns(hatch.not_after)
	in_environment(hatch, asked)
	every field in ["cluster", "namespace"] {
		named_as_asked(hatch, asked, field)
	}
	with_vulnerabilities(hatch, asked)
	of_kind(hatch, asked)
	of_workload(hatch, asked)
}

in_environment(hatch, _) if "*" in hatch.environments

in_environment(hatch, asked) if asked.environment in hatch.environments

named_as_asked(hatch, _, field) if not hatch.target[field]

named_as_asked(hatch, asked, field) if hatch.target[field] == asked[field]

with_vulnerabilities(hatch, _) if not hatch.target.vulnerabilities

with_vulnerabilities(hatch, asked) if {
	count(asked.vulnerabilities) > 0
	every found in asked.vulnerabilities {
		found in hatch.target.vulnerabilities
	}
}

# Admission sees pods only, and does not say of which kind of workload.
of_kind(hatch, _) if not hatch.target.kind

of_kind(_, asked) if not asked.kind

of_kind(hatch, asked) if asked.kind == hatch.target.kind

# A pod's name begins with that of what made it.
of_workload(hatch, _) if not hatch.target.name

of_workload(hatch, asked) if asked.name == hatch.target.name

of_workload(hatch, asked) if startswith(asked.name, sprintf("%s-", [hatch.target.name]))

package app

import (
	"net/http"
	"regexp"
)

var greetable = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]{0,39}$`)

// greet is the example of a route: replace it by what the service is for.
func greet(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	if !greetable.MatchString(name) {
		writeError(w, http.StatusBadRequest, "name must match "+greetable.String())
		return
	}
	writeJSON(w, http.StatusOK, map[string]string{"message": "Hello, " + name + "!"})
}

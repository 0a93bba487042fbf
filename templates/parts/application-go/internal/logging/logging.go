// Package logging decides what a line of the log looks like.
package logging

import (
	"io"
	"log/slog"
	"strings"
)

// New writes one JSON object a line, with the fields that every service here has: time, level, message, service.
func New(to io.Writer) *slog.Logger {
	handler := slog.NewJSONHandler(to, &slog.HandlerOptions{
		ReplaceAttr: func(_ []string, attr slog.Attr) slog.Attr {
			switch attr.Key {
			case slog.MessageKey:
				attr.Key = "message"
			case slog.LevelKey:
				attr.Value = slog.StringValue(strings.ToLower(attr.Value.String()))
			}
			return attr
		},
	})
	return slog.New(handler).With(slog.String("service", "${{ values.name }}"))
}

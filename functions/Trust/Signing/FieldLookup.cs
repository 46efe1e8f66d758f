using Microsoft.Extensions.Primitives;

namespace Ascs.Trust.Signing;

/// <summary>Finds the lines of one HTTP field by its lower-case name; empty when the message has no such field.
/// One value is one line as received: lines are never joined before this point.</summary>
/// <param name="name">Lower-case field name, e.g. <c>content-type</c>.</param>
public delegate StringValues FieldLookup(string name);

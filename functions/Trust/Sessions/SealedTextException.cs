using System.Text.Json;

namespace Ascs.Trust.Sessions;

/// <summary>A sealed text that does not open: its key is unknown here or has ended, or it was changed. The reader of JSON knows no other way out.</summary>
internal sealed class SealedTextException : JsonException;

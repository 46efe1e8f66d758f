using System.Runtime.CompilerServices;

namespace Ascs.Hosts.Handset;

/// <summary>
/// The log: time and level from the framework, file and line from the compiler (ISC-7.5). Only constant sentences and counts go in. Of an
/// exception its types and stack are kept, never its message: a message may quote what it failed on.
/// </summary>
internal sealed class Journal(ILogger<Journal> logger)
{
    internal void Error(string sentence, Exception reason, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        logger.LogError("{File}:{Line} {Sentence} {Exception} {Stack}", Path.GetFileName(file), line, sentence, reason.GetType().Name, reason.StackTrace);
}

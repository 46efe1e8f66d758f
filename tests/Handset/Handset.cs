using System.Collections.Concurrent;
using Ascs.Hosts.Handset.Simulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Ascs.Hosts.Handset.Tests;

/// <summary>A handset on a real Kestrel in this process, on a free port, with a folder that goes away.</summary>
internal sealed class Handset : IAsyncDisposable
{
    public static readonly Knobs AtOnce = new() { ReceiptDelayMinMilliseconds = 0, ReceiptDelayMaxMilliseconds = 0 };

    private readonly WebApplication _app;
    private readonly ScratchFolder _scratch;

    private Handset(WebApplication app, ScratchFolder scratch, LogLines log) =>
        (_app, _scratch, Log, Api) = (app, scratch, log, new Api(new Uri(app.Urls.First()), Path.Combine(scratch.Path, "secrets")));

    public Api Api { get; }

    public LogLines Log { get; }

    public static async Task<Handset> Start(Knobs? knobs = null, TimeProvider? time = null, Func<HandsetOptions, HandsetOptions>? with = null)
    {
        var (scratch, log) = (new ScratchFolder(), new LogLines());
        var options = new HandsetOptions
        {
            DataFolder = scratch.Path, Knobs = knobs ?? AtOnce, Time = time ?? TimeProvider.System,
            Logging = logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log).AddFilter<LogLines>(null, LogLevel.Trace),
        };
        var app = HandsetApp.Build(with?.Invoke(options) ?? options);
        await app.StartAsync();
        return new Handset(app, scratch, log);
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _scratch.Dispose();
    }
}

internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("handset-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>Every log line of every category and level, also those the product filters out.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull { Lines.Enqueue($"{state}"); return null; }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

    public void Dispose() { }
}

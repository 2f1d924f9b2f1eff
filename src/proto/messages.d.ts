import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace tensorboard. */
export namespace tensorboard {

    /** WorkerHealth enum. */
    enum WorkerHealth {

        /** OK value */
        OK = 0,

        /** RECEIVED_SHUTDOWN_SIGNAL value */
        RECEIVED_SHUTDOWN_SIGNAL = 1,

        /** INTERNAL_ERROR value */
        INTERNAL_ERROR = 2,

        /** SHUTTING_DOWN value */
        SHUTTING_DOWN = 3
    }

    /** WorkerShutdownMode enum. */
    enum WorkerShutdownMode {

        /** DEFAULT value */
        DEFAULT = 0,

        /** NOT_CONFIGURED value */
        NOT_CONFIGURED = 1,

        /** WAIT_FOR_COORDINATOR value */
        WAIT_FOR_COORDINATOR = 2,

        /** SHUTDOWN_AFTER_TIMEOUT value */
        SHUTDOWN_AFTER_TIMEOUT = 3
    }

    /**
     * Properties of an Event.
     * @deprecated Use tensorboard.Event.$Properties instead.
     */
    interface IEvent extends tensorboard.Event.$Properties {
    }

    /** Represents an Event. */
    class Event {

        /**
         * Constructs a new Event.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.Event.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Event wallTime. */
        wallTime: number;

        /** Event step. */
        step: number;

        /** Event fileVersion. */
        fileVersion?: (string|null);

        /** Event graphDef. */
        graphDef?: (Uint8Array|null);

        /** Event summary. */
        summary?: (tensorboard.Summary.$Properties|null);

        /** Event logMessage. */
        logMessage?: (tensorboard.LogMessage.$Properties|null);

        /** Event sessionLog. */
        sessionLog?: (tensorboard.SessionLog.$Properties|null);

        /** Event taggedRunMetadata. */
        taggedRunMetadata?: (tensorboard.TaggedRunMetadata.$Properties|null);

        /** Event metaGraphDef. */
        metaGraphDef?: (Uint8Array|null);

        /** Event sourceMetadata. */
        sourceMetadata?: (tensorboard.SourceMetadata.$Properties|null);

        /** Event what. */
        what?: ("fileVersion"|"graphDef"|"summary"|"logMessage"|"sessionLog"|"taggedRunMetadata"|"metaGraphDef");

        /**
         * Creates a new Event instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Event instance
         */
        static create(properties: tensorboard.Event.$Shape): tensorboard.Event & tensorboard.Event.$Shape;
        static create(properties?: tensorboard.Event.$Properties): tensorboard.Event;

        /**
         * Encodes the specified Event message. Does not implicitly {@link tensorboard.Event.verify|verify} messages.
         * @param message Event message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.Event.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Event message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.Event & tensorboard.Event.$Shape} Event
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.Event & tensorboard.Event.$Shape;
    }

    namespace Event {

        /** Properties of an Event. */
        interface $Properties {

            /** Event wallTime */
            wallTime?: (number|null);

            /** Event step */
            step?: (number|null);

            /** Event fileVersion */
            fileVersion?: (string|null);

            /** Event graphDef */
            graphDef?: (Uint8Array|null);

            /** Event summary */
            summary?: (tensorboard.Summary.$Properties|null);

            /** Event logMessage */
            logMessage?: (tensorboard.LogMessage.$Properties|null);

            /** Event sessionLog */
            sessionLog?: (tensorboard.SessionLog.$Properties|null);

            /** Event taggedRunMetadata */
            taggedRunMetadata?: (tensorboard.TaggedRunMetadata.$Properties|null);

            /** Event metaGraphDef */
            metaGraphDef?: (Uint8Array|null);

            /** Event sourceMetadata */
            sourceMetadata?: (tensorboard.SourceMetadata.$Properties|null);

            /** Event what */
            what?: ("fileVersion"|"graphDef"|"summary"|"logMessage"|"sessionLog"|"taggedRunMetadata"|"metaGraphDef");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of an Event. */
        type $Shape = {
          wallTime?: number|null;
          step?: number|null;
          fileVersion?: string|null;
          graphDef?: Uint8Array|null;
          summary?: tensorboard.Summary.$Shape|null;
          logMessage?: tensorboard.LogMessage.$Shape|null;
          sessionLog?: tensorboard.SessionLog.$Shape|null;
          taggedRunMetadata?: tensorboard.TaggedRunMetadata.$Shape|null;
          metaGraphDef?: Uint8Array|null;
          sourceMetadata?: tensorboard.SourceMetadata.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ what?: undefined; fileVersion?: null; graphDef?: null; summary?: null; logMessage?: null; sessionLog?: null; taggedRunMetadata?: null; metaGraphDef?: null }|{ what?: "fileVersion"; fileVersion: string; graphDef?: null; summary?: null; logMessage?: null; sessionLog?: null; taggedRunMetadata?: null; metaGraphDef?: null }|{ what?: "graphDef"; fileVersion?: null; graphDef: Uint8Array; summary?: null; logMessage?: null; sessionLog?: null; taggedRunMetadata?: null; metaGraphDef?: null }|{ what?: "summary"; fileVersion?: null; graphDef?: null; summary: tensorboard.Summary.$Shape; logMessage?: null; sessionLog?: null; taggedRunMetadata?: null; metaGraphDef?: null }|{ what?: "logMessage"; fileVersion?: null; graphDef?: null; summary?: null; logMessage: tensorboard.LogMessage.$Shape; sessionLog?: null; taggedRunMetadata?: null; metaGraphDef?: null }|{ what?: "sessionLog"; fileVersion?: null; graphDef?: null; summary?: null; logMessage?: null; sessionLog: tensorboard.SessionLog.$Shape; taggedRunMetadata?: null; metaGraphDef?: null }|{ what?: "taggedRunMetadata"; fileVersion?: null; graphDef?: null; summary?: null; logMessage?: null; sessionLog?: null; taggedRunMetadata: tensorboard.TaggedRunMetadata.$Shape; metaGraphDef?: null }|{ what?: "metaGraphDef"; fileVersion?: null; graphDef?: null; summary?: null; logMessage?: null; sessionLog?: null; taggedRunMetadata?: null; metaGraphDef: Uint8Array })
        );
    }

    /**
     * Properties of a SourceMetadata.
     * @deprecated Use tensorboard.SourceMetadata.$Properties instead.
     */
    interface ISourceMetadata extends tensorboard.SourceMetadata.$Properties {
    }

    /** Represents a SourceMetadata. */
    class SourceMetadata {

        /**
         * Constructs a new SourceMetadata.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.SourceMetadata.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SourceMetadata writer. */
        writer: string;

        /**
         * Creates a new SourceMetadata instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SourceMetadata instance
         */
        static create(properties: tensorboard.SourceMetadata.$Shape): tensorboard.SourceMetadata & tensorboard.SourceMetadata.$Shape;
        static create(properties?: tensorboard.SourceMetadata.$Properties): tensorboard.SourceMetadata;

        /**
         * Encodes the specified SourceMetadata message. Does not implicitly {@link tensorboard.SourceMetadata.verify|verify} messages.
         * @param message SourceMetadata message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.SourceMetadata.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SourceMetadata message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.SourceMetadata & tensorboard.SourceMetadata.$Shape} SourceMetadata
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.SourceMetadata & tensorboard.SourceMetadata.$Shape;
    }

    namespace SourceMetadata {

        /** Properties of a SourceMetadata. */
        interface $Properties {

            /** SourceMetadata writer */
            writer?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SourceMetadata. */
        type $Shape = tensorboard.SourceMetadata.$Properties;
    }

    /**
     * Properties of a LogMessage.
     * @deprecated Use tensorboard.LogMessage.$Properties instead.
     */
    interface ILogMessage extends tensorboard.LogMessage.$Properties {
    }

    /** Represents a LogMessage. */
    class LogMessage {

        /**
         * Constructs a new LogMessage.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.LogMessage.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LogMessage level. */
        level: tensorboard.LogMessage.Level;

        /** LogMessage message. */
        message: string;

        /**
         * Creates a new LogMessage instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LogMessage instance
         */
        static create(properties: tensorboard.LogMessage.$Shape): tensorboard.LogMessage & tensorboard.LogMessage.$Shape;
        static create(properties?: tensorboard.LogMessage.$Properties): tensorboard.LogMessage;

        /**
         * Encodes the specified LogMessage message. Does not implicitly {@link tensorboard.LogMessage.verify|verify} messages.
         * @param message LogMessage message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.LogMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LogMessage message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.LogMessage & tensorboard.LogMessage.$Shape} LogMessage
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.LogMessage & tensorboard.LogMessage.$Shape;
    }

    namespace LogMessage {

        /** Properties of a LogMessage. */
        interface $Properties {

            /** LogMessage level */
            level?: (tensorboard.LogMessage.Level|null);

            /** LogMessage message */
            message?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LogMessage. */
        type $Shape = tensorboard.LogMessage.$Properties;

        /** Level enum. */
        enum Level {

            /** UNKNOWN value */
            UNKNOWN = 0,

            /** DEBUGGING value */
            DEBUGGING = 10,

            /** INFO value */
            INFO = 20,

            /** WARN value */
            WARN = 30,

            /** ERROR value */
            ERROR = 40,

            /** FATAL value */
            FATAL = 50
        }
    }

    /**
     * Properties of a SessionLog.
     * @deprecated Use tensorboard.SessionLog.$Properties instead.
     */
    interface ISessionLog extends tensorboard.SessionLog.$Properties {
    }

    /** Represents a SessionLog. */
    class SessionLog {

        /**
         * Constructs a new SessionLog.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.SessionLog.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SessionLog status. */
        status: tensorboard.SessionLog.SessionStatus;

        /** SessionLog checkpointPath. */
        checkpointPath: string;

        /** SessionLog msg. */
        msg: string;

        /**
         * Creates a new SessionLog instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SessionLog instance
         */
        static create(properties: tensorboard.SessionLog.$Shape): tensorboard.SessionLog & tensorboard.SessionLog.$Shape;
        static create(properties?: tensorboard.SessionLog.$Properties): tensorboard.SessionLog;

        /**
         * Encodes the specified SessionLog message. Does not implicitly {@link tensorboard.SessionLog.verify|verify} messages.
         * @param message SessionLog message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.SessionLog.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SessionLog message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.SessionLog & tensorboard.SessionLog.$Shape} SessionLog
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.SessionLog & tensorboard.SessionLog.$Shape;
    }

    namespace SessionLog {

        /** Properties of a SessionLog. */
        interface $Properties {

            /** SessionLog status */
            status?: (tensorboard.SessionLog.SessionStatus|null);

            /** SessionLog checkpointPath */
            checkpointPath?: (string|null);

            /** SessionLog msg */
            msg?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SessionLog. */
        type $Shape = tensorboard.SessionLog.$Properties;

        /** SessionStatus enum. */
        enum SessionStatus {

            /** STATUS_UNSPECIFIED value */
            STATUS_UNSPECIFIED = 0,

            /** START value */
            START = 1,

            /** STOP value */
            STOP = 2,

            /** CHECKPOINT value */
            CHECKPOINT = 3
        }
    }

    /**
     * Properties of a TaggedRunMetadata.
     * @deprecated Use tensorboard.TaggedRunMetadata.$Properties instead.
     */
    interface ITaggedRunMetadata extends tensorboard.TaggedRunMetadata.$Properties {
    }

    /** Represents a TaggedRunMetadata. */
    class TaggedRunMetadata {

        /**
         * Constructs a new TaggedRunMetadata.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.TaggedRunMetadata.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** TaggedRunMetadata tag. */
        tag: string;

        /** TaggedRunMetadata runMetadata. */
        runMetadata: Uint8Array;

        /**
         * Creates a new TaggedRunMetadata instance using the specified properties.
         * @param [properties] Properties to set
         * @returns TaggedRunMetadata instance
         */
        static create(properties: tensorboard.TaggedRunMetadata.$Shape): tensorboard.TaggedRunMetadata & tensorboard.TaggedRunMetadata.$Shape;
        static create(properties?: tensorboard.TaggedRunMetadata.$Properties): tensorboard.TaggedRunMetadata;

        /**
         * Encodes the specified TaggedRunMetadata message. Does not implicitly {@link tensorboard.TaggedRunMetadata.verify|verify} messages.
         * @param message TaggedRunMetadata message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.TaggedRunMetadata.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a TaggedRunMetadata message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.TaggedRunMetadata & tensorboard.TaggedRunMetadata.$Shape} TaggedRunMetadata
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.TaggedRunMetadata & tensorboard.TaggedRunMetadata.$Shape;
    }

    namespace TaggedRunMetadata {

        /** Properties of a TaggedRunMetadata. */
        interface $Properties {

            /** TaggedRunMetadata tag */
            tag?: (string|null);

            /** TaggedRunMetadata runMetadata */
            runMetadata?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a TaggedRunMetadata. */
        type $Shape = tensorboard.TaggedRunMetadata.$Properties;
    }

    /**
     * Properties of a WatchdogConfig.
     * @deprecated Use tensorboard.WatchdogConfig.$Properties instead.
     */
    interface IWatchdogConfig extends tensorboard.WatchdogConfig.$Properties {
    }

    /** Represents a WatchdogConfig. */
    class WatchdogConfig {

        /**
         * Constructs a new WatchdogConfig.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.WatchdogConfig.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** WatchdogConfig timeoutMs. */
        timeoutMs: number;

        /**
         * Creates a new WatchdogConfig instance using the specified properties.
         * @param [properties] Properties to set
         * @returns WatchdogConfig instance
         */
        static create(properties: tensorboard.WatchdogConfig.$Shape): tensorboard.WatchdogConfig & tensorboard.WatchdogConfig.$Shape;
        static create(properties?: tensorboard.WatchdogConfig.$Properties): tensorboard.WatchdogConfig;

        /**
         * Encodes the specified WatchdogConfig message. Does not implicitly {@link tensorboard.WatchdogConfig.verify|verify} messages.
         * @param message WatchdogConfig message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.WatchdogConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a WatchdogConfig message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.WatchdogConfig & tensorboard.WatchdogConfig.$Shape} WatchdogConfig
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.WatchdogConfig & tensorboard.WatchdogConfig.$Shape;
    }

    namespace WatchdogConfig {

        /** Properties of a WatchdogConfig. */
        interface $Properties {

            /** WatchdogConfig timeoutMs */
            timeoutMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a WatchdogConfig. */
        type $Shape = tensorboard.WatchdogConfig.$Properties;
    }

    /**
     * Properties of a RequestedExitCode.
     * @deprecated Use tensorboard.RequestedExitCode.$Properties instead.
     */
    interface IRequestedExitCode extends tensorboard.RequestedExitCode.$Properties {
    }

    /** Represents a RequestedExitCode. */
    class RequestedExitCode {

        /**
         * Constructs a new RequestedExitCode.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.RequestedExitCode.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RequestedExitCode exitCode. */
        exitCode: number;

        /**
         * Creates a new RequestedExitCode instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RequestedExitCode instance
         */
        static create(properties: tensorboard.RequestedExitCode.$Shape): tensorboard.RequestedExitCode & tensorboard.RequestedExitCode.$Shape;
        static create(properties?: tensorboard.RequestedExitCode.$Properties): tensorboard.RequestedExitCode;

        /**
         * Encodes the specified RequestedExitCode message. Does not implicitly {@link tensorboard.RequestedExitCode.verify|verify} messages.
         * @param message RequestedExitCode message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.RequestedExitCode.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RequestedExitCode message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.RequestedExitCode & tensorboard.RequestedExitCode.$Shape} RequestedExitCode
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.RequestedExitCode & tensorboard.RequestedExitCode.$Shape;
    }

    namespace RequestedExitCode {

        /** Properties of a RequestedExitCode. */
        interface $Properties {

            /** RequestedExitCode exitCode */
            exitCode?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RequestedExitCode. */
        type $Shape = tensorboard.RequestedExitCode.$Properties;
    }

    /**
     * Properties of a WorkerHeartbeatRequest.
     * @deprecated Use tensorboard.WorkerHeartbeatRequest.$Properties instead.
     */
    interface IWorkerHeartbeatRequest extends tensorboard.WorkerHeartbeatRequest.$Properties {
    }

    /** Represents a WorkerHeartbeatRequest. */
    class WorkerHeartbeatRequest {

        /**
         * Constructs a new WorkerHeartbeatRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.WorkerHeartbeatRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** WorkerHeartbeatRequest shutdownMode. */
        shutdownMode: tensorboard.WorkerShutdownMode;

        /** WorkerHeartbeatRequest watchdogConfig. */
        watchdogConfig?: (tensorboard.WatchdogConfig.$Properties|null);

        /** WorkerHeartbeatRequest exitCode. */
        exitCode?: (tensorboard.RequestedExitCode.$Properties|null);

        /**
         * Creates a new WorkerHeartbeatRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns WorkerHeartbeatRequest instance
         */
        static create(properties: tensorboard.WorkerHeartbeatRequest.$Shape): tensorboard.WorkerHeartbeatRequest & tensorboard.WorkerHeartbeatRequest.$Shape;
        static create(properties?: tensorboard.WorkerHeartbeatRequest.$Properties): tensorboard.WorkerHeartbeatRequest;

        /**
         * Encodes the specified WorkerHeartbeatRequest message. Does not implicitly {@link tensorboard.WorkerHeartbeatRequest.verify|verify} messages.
         * @param message WorkerHeartbeatRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.WorkerHeartbeatRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a WorkerHeartbeatRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.WorkerHeartbeatRequest & tensorboard.WorkerHeartbeatRequest.$Shape} WorkerHeartbeatRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.WorkerHeartbeatRequest & tensorboard.WorkerHeartbeatRequest.$Shape;
    }

    namespace WorkerHeartbeatRequest {

        /** Properties of a WorkerHeartbeatRequest. */
        interface $Properties {

            /** WorkerHeartbeatRequest shutdownMode */
            shutdownMode?: (tensorboard.WorkerShutdownMode|null);

            /** WorkerHeartbeatRequest watchdogConfig */
            watchdogConfig?: (tensorboard.WatchdogConfig.$Properties|null);

            /** WorkerHeartbeatRequest exitCode */
            exitCode?: (tensorboard.RequestedExitCode.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a WorkerHeartbeatRequest. */
        type $Shape = tensorboard.WorkerHeartbeatRequest.$Properties;
    }

    /**
     * Properties of a WorkerHeartbeatResponse.
     * @deprecated Use tensorboard.WorkerHeartbeatResponse.$Properties instead.
     */
    interface IWorkerHeartbeatResponse extends tensorboard.WorkerHeartbeatResponse.$Properties {
    }

    /** Represents a WorkerHeartbeatResponse. */
    class WorkerHeartbeatResponse {

        /**
         * Constructs a new WorkerHeartbeatResponse.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.WorkerHeartbeatResponse.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** WorkerHeartbeatResponse healthStatus. */
        healthStatus: tensorboard.WorkerHealth;

        /** WorkerHeartbeatResponse workerLog. */
        workerLog: tensorboard.Event.$Properties[];

        /** WorkerHeartbeatResponse hostname. */
        hostname: string;

        /**
         * Creates a new WorkerHeartbeatResponse instance using the specified properties.
         * @param [properties] Properties to set
         * @returns WorkerHeartbeatResponse instance
         */
        static create(properties: tensorboard.WorkerHeartbeatResponse.$Shape): tensorboard.WorkerHeartbeatResponse & tensorboard.WorkerHeartbeatResponse.$Shape;
        static create(properties?: tensorboard.WorkerHeartbeatResponse.$Properties): tensorboard.WorkerHeartbeatResponse;

        /**
         * Encodes the specified WorkerHeartbeatResponse message. Does not implicitly {@link tensorboard.WorkerHeartbeatResponse.verify|verify} messages.
         * @param message WorkerHeartbeatResponse message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.WorkerHeartbeatResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a WorkerHeartbeatResponse message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.WorkerHeartbeatResponse & tensorboard.WorkerHeartbeatResponse.$Shape} WorkerHeartbeatResponse
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.WorkerHeartbeatResponse & tensorboard.WorkerHeartbeatResponse.$Shape;
    }

    namespace WorkerHeartbeatResponse {

        /** Properties of a WorkerHeartbeatResponse. */
        interface $Properties {

            /** WorkerHeartbeatResponse healthStatus */
            healthStatus?: (tensorboard.WorkerHealth|null);

            /** WorkerHeartbeatResponse workerLog */
            workerLog?: (tensorboard.Event.$Properties[]|null);

            /** WorkerHeartbeatResponse hostname */
            hostname?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a WorkerHeartbeatResponse. */
        type $Shape = {
          healthStatus?: tensorboard.WorkerHealth|null;
          workerLog?: tensorboard.Event.$Shape[]|null;
          hostname?: string|null;
          $unknowns?: Uint8Array[];
        };
    }

    /** DataClass enum. */
    enum DataClass {

        /** DATA_CLASS_UNKNOWN value */
        DATA_CLASS_UNKNOWN = 0,

        /** DATA_CLASS_SCALAR value */
        DATA_CLASS_SCALAR = 1,

        /** DATA_CLASS_TENSOR value */
        DATA_CLASS_TENSOR = 2,

        /** DATA_CLASS_BLOB_SEQUENCE value */
        DATA_CLASS_BLOB_SEQUENCE = 3
    }

    /**
     * Properties of a SummaryDescription.
     * @deprecated Use tensorboard.SummaryDescription.$Properties instead.
     */
    interface ISummaryDescription extends tensorboard.SummaryDescription.$Properties {
    }

    /** Represents a SummaryDescription. */
    class SummaryDescription {

        /**
         * Constructs a new SummaryDescription.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.SummaryDescription.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SummaryDescription typeHint. */
        typeHint: string;

        /**
         * Creates a new SummaryDescription instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SummaryDescription instance
         */
        static create(properties: tensorboard.SummaryDescription.$Shape): tensorboard.SummaryDescription & tensorboard.SummaryDescription.$Shape;
        static create(properties?: tensorboard.SummaryDescription.$Properties): tensorboard.SummaryDescription;

        /**
         * Encodes the specified SummaryDescription message. Does not implicitly {@link tensorboard.SummaryDescription.verify|verify} messages.
         * @param message SummaryDescription message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.SummaryDescription.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SummaryDescription message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.SummaryDescription & tensorboard.SummaryDescription.$Shape} SummaryDescription
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.SummaryDescription & tensorboard.SummaryDescription.$Shape;
    }

    namespace SummaryDescription {

        /** Properties of a SummaryDescription. */
        interface $Properties {

            /** SummaryDescription typeHint */
            typeHint?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SummaryDescription. */
        type $Shape = tensorboard.SummaryDescription.$Properties;
    }

    /**
     * Properties of a SummaryMetadata.
     * @deprecated Use tensorboard.SummaryMetadata.$Properties instead.
     */
    interface ISummaryMetadata extends tensorboard.SummaryMetadata.$Properties {
    }

    /** Represents a SummaryMetadata. */
    class SummaryMetadata {

        /**
         * Constructs a new SummaryMetadata.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.SummaryMetadata.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SummaryMetadata pluginData. */
        pluginData?: (tensorboard.SummaryMetadata.PluginData.$Properties|null);

        /** SummaryMetadata displayName. */
        displayName: string;

        /** SummaryMetadata summaryDescription. */
        summaryDescription: string;

        /** SummaryMetadata dataClass. */
        dataClass: tensorboard.DataClass;

        /**
         * Creates a new SummaryMetadata instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SummaryMetadata instance
         */
        static create(properties: tensorboard.SummaryMetadata.$Shape): tensorboard.SummaryMetadata & tensorboard.SummaryMetadata.$Shape;
        static create(properties?: tensorboard.SummaryMetadata.$Properties): tensorboard.SummaryMetadata;

        /**
         * Encodes the specified SummaryMetadata message. Does not implicitly {@link tensorboard.SummaryMetadata.verify|verify} messages.
         * @param message SummaryMetadata message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.SummaryMetadata.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SummaryMetadata message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.SummaryMetadata & tensorboard.SummaryMetadata.$Shape} SummaryMetadata
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.SummaryMetadata & tensorboard.SummaryMetadata.$Shape;
    }

    namespace SummaryMetadata {

        /** Properties of a SummaryMetadata. */
        interface $Properties {

            /** SummaryMetadata pluginData */
            pluginData?: (tensorboard.SummaryMetadata.PluginData.$Properties|null);

            /** SummaryMetadata displayName */
            displayName?: (string|null);

            /** SummaryMetadata summaryDescription */
            summaryDescription?: (string|null);

            /** SummaryMetadata dataClass */
            dataClass?: (tensorboard.DataClass|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SummaryMetadata. */
        type $Shape = tensorboard.SummaryMetadata.$Properties;

        /**
         * Properties of a PluginData.
         * @deprecated Use tensorboard.SummaryMetadata.PluginData.$Properties instead.
         */
        interface IPluginData extends tensorboard.SummaryMetadata.PluginData.$Properties {
        }

        /** Represents a PluginData. */
        class PluginData {

            /**
             * Constructs a new PluginData.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.SummaryMetadata.PluginData.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PluginData pluginName. */
            pluginName: string;

            /** PluginData content. */
            content: Uint8Array;

            /**
             * Creates a new PluginData instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PluginData instance
             */
            static create(properties: tensorboard.SummaryMetadata.PluginData.$Shape): tensorboard.SummaryMetadata.PluginData & tensorboard.SummaryMetadata.PluginData.$Shape;
            static create(properties?: tensorboard.SummaryMetadata.PluginData.$Properties): tensorboard.SummaryMetadata.PluginData;

            /**
             * Encodes the specified PluginData message. Does not implicitly {@link tensorboard.SummaryMetadata.PluginData.verify|verify} messages.
             * @param message PluginData message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.SummaryMetadata.PluginData.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PluginData message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.SummaryMetadata.PluginData & tensorboard.SummaryMetadata.PluginData.$Shape} PluginData
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.SummaryMetadata.PluginData & tensorboard.SummaryMetadata.PluginData.$Shape;
        }

        namespace PluginData {

            /** Properties of a PluginData. */
            interface $Properties {

                /** PluginData pluginName */
                pluginName?: (string|null);

                /** PluginData content */
                content?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PluginData. */
            type $Shape = tensorboard.SummaryMetadata.PluginData.$Properties;
        }
    }

    /**
     * Properties of a Summary.
     * @deprecated Use tensorboard.Summary.$Properties instead.
     */
    interface ISummary extends tensorboard.Summary.$Properties {
    }

    /** Represents a Summary. */
    class Summary {

        /**
         * Constructs a new Summary.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.Summary.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Summary value. */
        value: tensorboard.Summary.Value.$Properties[];

        /**
         * Creates a new Summary instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Summary instance
         */
        static create(properties: tensorboard.Summary.$Shape): tensorboard.Summary & tensorboard.Summary.$Shape;
        static create(properties?: tensorboard.Summary.$Properties): tensorboard.Summary;

        /**
         * Encodes the specified Summary message. Does not implicitly {@link tensorboard.Summary.verify|verify} messages.
         * @param message Summary message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.Summary.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Summary message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.Summary & tensorboard.Summary.$Shape} Summary
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.Summary & tensorboard.Summary.$Shape;
    }

    namespace Summary {

        /** Properties of a Summary. */
        interface $Properties {

            /** Summary value */
            value?: (tensorboard.Summary.Value.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Summary. */
        type $Shape = {
          value?: tensorboard.Summary.Value.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };

        /**
         * Properties of an Image.
         * @deprecated Use tensorboard.Summary.Image.$Properties instead.
         */
        interface IImage extends tensorboard.Summary.Image.$Properties {
        }

        /** Represents an Image. */
        class Image {

            /**
             * Constructs a new Image.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.Summary.Image.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Image height. */
            height: number;

            /** Image width. */
            width: number;

            /** Image colorspace. */
            colorspace: number;

            /** Image encodedImageString. */
            encodedImageString: Uint8Array;

            /**
             * Creates a new Image instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Image instance
             */
            static create(properties: tensorboard.Summary.Image.$Shape): tensorboard.Summary.Image & tensorboard.Summary.Image.$Shape;
            static create(properties?: tensorboard.Summary.Image.$Properties): tensorboard.Summary.Image;

            /**
             * Encodes the specified Image message. Does not implicitly {@link tensorboard.Summary.Image.verify|verify} messages.
             * @param message Image message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.Summary.Image.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Image message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.Summary.Image & tensorboard.Summary.Image.$Shape} Image
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.Summary.Image & tensorboard.Summary.Image.$Shape;
        }

        namespace Image {

            /** Properties of an Image. */
            interface $Properties {

                /** Image height */
                height?: (number|null);

                /** Image width */
                width?: (number|null);

                /** Image colorspace */
                colorspace?: (number|null);

                /** Image encodedImageString */
                encodedImageString?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Image. */
            type $Shape = tensorboard.Summary.Image.$Properties;
        }

        /**
         * Properties of an Audio.
         * @deprecated Use tensorboard.Summary.Audio.$Properties instead.
         */
        interface IAudio extends tensorboard.Summary.Audio.$Properties {
        }

        /** Represents an Audio. */
        class Audio {

            /**
             * Constructs a new Audio.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.Summary.Audio.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Audio sampleRate. */
            sampleRate: number;

            /** Audio numChannels. */
            numChannels: number;

            /** Audio lengthFrames. */
            lengthFrames: number;

            /** Audio encodedAudioString. */
            encodedAudioString: Uint8Array;

            /** Audio contentType. */
            contentType: string;

            /**
             * Creates a new Audio instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Audio instance
             */
            static create(properties: tensorboard.Summary.Audio.$Shape): tensorboard.Summary.Audio & tensorboard.Summary.Audio.$Shape;
            static create(properties?: tensorboard.Summary.Audio.$Properties): tensorboard.Summary.Audio;

            /**
             * Encodes the specified Audio message. Does not implicitly {@link tensorboard.Summary.Audio.verify|verify} messages.
             * @param message Audio message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.Summary.Audio.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Audio message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.Summary.Audio & tensorboard.Summary.Audio.$Shape} Audio
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.Summary.Audio & tensorboard.Summary.Audio.$Shape;
        }

        namespace Audio {

            /** Properties of an Audio. */
            interface $Properties {

                /** Audio sampleRate */
                sampleRate?: (number|null);

                /** Audio numChannels */
                numChannels?: (number|null);

                /** Audio lengthFrames */
                lengthFrames?: (number|null);

                /** Audio encodedAudioString */
                encodedAudioString?: (Uint8Array|null);

                /** Audio contentType */
                contentType?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Audio. */
            type $Shape = tensorboard.Summary.Audio.$Properties;
        }

        /**
         * Properties of a Value.
         * @deprecated Use tensorboard.Summary.Value.$Properties instead.
         */
        interface IValue extends tensorboard.Summary.Value.$Properties {
        }

        /** Represents a Value. */
        class Value {

            /**
             * Constructs a new Value.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.Summary.Value.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Value nodeName. */
            nodeName: string;

            /** Value tag. */
            tag: string;

            /** Value metadata. */
            metadata?: (tensorboard.SummaryMetadata.$Properties|null);

            /** Value simpleValue. */
            simpleValue?: (number|null);

            /** Value obsoleteOldStyleHistogram. */
            obsoleteOldStyleHistogram?: (Uint8Array|null);

            /** Value image. */
            image?: (tensorboard.Summary.Image.$Properties|null);

            /** Value histo. */
            histo?: (tensorboard.HistogramProto.$Properties|null);

            /** Value audio. */
            audio?: (tensorboard.Summary.Audio.$Properties|null);

            /** Value tensor. */
            tensor?: (tensorboard.TensorProto.$Properties|null);

            /** Value value. */
            value?: ("simpleValue"|"obsoleteOldStyleHistogram"|"image"|"histo"|"audio"|"tensor");

            /**
             * Creates a new Value instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Value instance
             */
            static create(properties: tensorboard.Summary.Value.$Shape): tensorboard.Summary.Value & tensorboard.Summary.Value.$Shape;
            static create(properties?: tensorboard.Summary.Value.$Properties): tensorboard.Summary.Value;

            /**
             * Encodes the specified Value message. Does not implicitly {@link tensorboard.Summary.Value.verify|verify} messages.
             * @param message Value message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.Summary.Value.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Value message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.Summary.Value & tensorboard.Summary.Value.$Shape} Value
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.Summary.Value & tensorboard.Summary.Value.$Shape;
        }

        namespace Value {

            /** Properties of a Value. */
            interface $Properties {

                /** Value nodeName */
                nodeName?: (string|null);

                /** Value tag */
                tag?: (string|null);

                /** Value metadata */
                metadata?: (tensorboard.SummaryMetadata.$Properties|null);

                /** Value simpleValue */
                simpleValue?: (number|null);

                /** Value obsoleteOldStyleHistogram */
                obsoleteOldStyleHistogram?: (Uint8Array|null);

                /** Value image */
                image?: (tensorboard.Summary.Image.$Properties|null);

                /** Value histo */
                histo?: (tensorboard.HistogramProto.$Properties|null);

                /** Value audio */
                audio?: (tensorboard.Summary.Audio.$Properties|null);

                /** Value tensor */
                tensor?: (tensorboard.TensorProto.$Properties|null);

                /** Value value */
                value?: ("simpleValue"|"obsoleteOldStyleHistogram"|"image"|"histo"|"audio"|"tensor");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a Value. */
            type $Shape = {
              nodeName?: string|null;
              tag?: string|null;
              metadata?: tensorboard.SummaryMetadata.$Shape|null;
              simpleValue?: number|null;
              obsoleteOldStyleHistogram?: Uint8Array|null;
              image?: tensorboard.Summary.Image.$Shape|null;
              histo?: tensorboard.HistogramProto.$Shape|null;
              audio?: tensorboard.Summary.Audio.$Shape|null;
              tensor?: tensorboard.TensorProto.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ value?: undefined; simpleValue?: null; obsoleteOldStyleHistogram?: null; image?: null; histo?: null; audio?: null; tensor?: null }|{ value?: "simpleValue"; simpleValue: number; obsoleteOldStyleHistogram?: null; image?: null; histo?: null; audio?: null; tensor?: null }|{ value?: "obsoleteOldStyleHistogram"; simpleValue?: null; obsoleteOldStyleHistogram: Uint8Array; image?: null; histo?: null; audio?: null; tensor?: null }|{ value?: "image"; simpleValue?: null; obsoleteOldStyleHistogram?: null; image: tensorboard.Summary.Image.$Shape; histo?: null; audio?: null; tensor?: null }|{ value?: "histo"; simpleValue?: null; obsoleteOldStyleHistogram?: null; image?: null; histo: tensorboard.HistogramProto.$Shape; audio?: null; tensor?: null }|{ value?: "audio"; simpleValue?: null; obsoleteOldStyleHistogram?: null; image?: null; histo?: null; audio: tensorboard.Summary.Audio.$Shape; tensor?: null }|{ value?: "tensor"; simpleValue?: null; obsoleteOldStyleHistogram?: null; image?: null; histo?: null; audio?: null; tensor: tensorboard.TensorProto.$Shape })
            );
        }
    }

    /**
     * Properties of a HistogramProto.
     * @deprecated Use tensorboard.HistogramProto.$Properties instead.
     */
    interface IHistogramProto extends tensorboard.HistogramProto.$Properties {
    }

    /** Represents a HistogramProto. */
    class HistogramProto {

        /**
         * Constructs a new HistogramProto.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.HistogramProto.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** HistogramProto min. */
        min: number;

        /** HistogramProto max. */
        max: number;

        /** HistogramProto num. */
        num: number;

        /** HistogramProto sum. */
        sum: number;

        /** HistogramProto sumSquares. */
        sumSquares: number;

        /** HistogramProto bucketLimit. */
        bucketLimit: number[];

        /** HistogramProto bucket. */
        bucket: number[];

        /**
         * Creates a new HistogramProto instance using the specified properties.
         * @param [properties] Properties to set
         * @returns HistogramProto instance
         */
        static create(properties: tensorboard.HistogramProto.$Shape): tensorboard.HistogramProto & tensorboard.HistogramProto.$Shape;
        static create(properties?: tensorboard.HistogramProto.$Properties): tensorboard.HistogramProto;

        /**
         * Encodes the specified HistogramProto message. Does not implicitly {@link tensorboard.HistogramProto.verify|verify} messages.
         * @param message HistogramProto message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.HistogramProto.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a HistogramProto message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.HistogramProto & tensorboard.HistogramProto.$Shape} HistogramProto
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.HistogramProto & tensorboard.HistogramProto.$Shape;
    }

    namespace HistogramProto {

        /** Properties of a HistogramProto. */
        interface $Properties {

            /** HistogramProto min */
            min?: (number|null);

            /** HistogramProto max */
            max?: (number|null);

            /** HistogramProto num */
            num?: (number|null);

            /** HistogramProto sum */
            sum?: (number|null);

            /** HistogramProto sumSquares */
            sumSquares?: (number|null);

            /** HistogramProto bucketLimit */
            bucketLimit?: (number[]|null);

            /** HistogramProto bucket */
            bucket?: (number[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a HistogramProto. */
        type $Shape = tensorboard.HistogramProto.$Properties;
    }

    /**
     * Properties of a TensorProto.
     * @deprecated Use tensorboard.TensorProto.$Properties instead.
     */
    interface ITensorProto extends tensorboard.TensorProto.$Properties {
    }

    /** Represents a TensorProto. */
    class TensorProto {

        /**
         * Constructs a new TensorProto.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.TensorProto.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** TensorProto dtype. */
        dtype: tensorboard.DataType;

        /** TensorProto tensorShape. */
        tensorShape?: (tensorboard.TensorShapeProto.$Properties|null);

        /** TensorProto versionNumber. */
        versionNumber: number;

        /** TensorProto tensorContent. */
        tensorContent: Uint8Array;

        /** TensorProto halfVal. */
        halfVal: number[];

        /** TensorProto floatVal. */
        floatVal: number[];

        /** TensorProto doubleVal. */
        doubleVal: number[];

        /** TensorProto intVal. */
        intVal: number[];

        /** TensorProto stringVal. */
        stringVal: Uint8Array[];

        /** TensorProto scomplexVal. */
        scomplexVal: number[];

        /** TensorProto int64Val. */
        int64Val: number[];

        /** TensorProto boolVal. */
        boolVal: boolean[];

        /** TensorProto dcomplexVal. */
        dcomplexVal: number[];

        /** TensorProto resourceHandleVal. */
        resourceHandleVal: tensorboard.ResourceHandleProto.$Properties[];

        /** TensorProto variantVal. */
        variantVal: tensorboard.VariantTensorDataProto.$Properties[];

        /** TensorProto uint32Val. */
        uint32Val: number[];

        /** TensorProto uint64Val. */
        uint64Val: number[];

        /** TensorProto float8Val. */
        float8Val: Uint8Array;

        /**
         * Creates a new TensorProto instance using the specified properties.
         * @param [properties] Properties to set
         * @returns TensorProto instance
         */
        static create(properties: tensorboard.TensorProto.$Shape): tensorboard.TensorProto & tensorboard.TensorProto.$Shape;
        static create(properties?: tensorboard.TensorProto.$Properties): tensorboard.TensorProto;

        /**
         * Encodes the specified TensorProto message. Does not implicitly {@link tensorboard.TensorProto.verify|verify} messages.
         * @param message TensorProto message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.TensorProto.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a TensorProto message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.TensorProto & tensorboard.TensorProto.$Shape} TensorProto
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.TensorProto & tensorboard.TensorProto.$Shape;
    }

    namespace TensorProto {

        /** Properties of a TensorProto. */
        interface $Properties {

            /** TensorProto dtype */
            dtype?: (tensorboard.DataType|null);

            /** TensorProto tensorShape */
            tensorShape?: (tensorboard.TensorShapeProto.$Properties|null);

            /** TensorProto versionNumber */
            versionNumber?: (number|null);

            /** TensorProto tensorContent */
            tensorContent?: (Uint8Array|null);

            /** TensorProto halfVal */
            halfVal?: (number[]|null);

            /** TensorProto floatVal */
            floatVal?: (number[]|null);

            /** TensorProto doubleVal */
            doubleVal?: (number[]|null);

            /** TensorProto intVal */
            intVal?: (number[]|null);

            /** TensorProto stringVal */
            stringVal?: (Uint8Array[]|null);

            /** TensorProto scomplexVal */
            scomplexVal?: (number[]|null);

            /** TensorProto int64Val */
            int64Val?: (number[]|null);

            /** TensorProto boolVal */
            boolVal?: (boolean[]|null);

            /** TensorProto dcomplexVal */
            dcomplexVal?: (number[]|null);

            /** TensorProto resourceHandleVal */
            resourceHandleVal?: (tensorboard.ResourceHandleProto.$Properties[]|null);

            /** TensorProto variantVal */
            variantVal?: (tensorboard.VariantTensorDataProto.$Properties[]|null);

            /** TensorProto uint32Val */
            uint32Val?: (number[]|null);

            /** TensorProto uint64Val */
            uint64Val?: (number[]|null);

            /** TensorProto float8Val */
            float8Val?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a TensorProto. */
        type $Shape = tensorboard.TensorProto.$Properties;
    }

    /**
     * Properties of a VariantTensorDataProto.
     * @deprecated Use tensorboard.VariantTensorDataProto.$Properties instead.
     */
    interface IVariantTensorDataProto extends tensorboard.VariantTensorDataProto.$Properties {
    }

    /** Represents a VariantTensorDataProto. */
    class VariantTensorDataProto {

        /**
         * Constructs a new VariantTensorDataProto.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.VariantTensorDataProto.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** VariantTensorDataProto typeName. */
        typeName: string;

        /** VariantTensorDataProto metadata. */
        metadata: Uint8Array;

        /** VariantTensorDataProto tensors. */
        tensors: tensorboard.TensorProto.$Properties[];

        /**
         * Creates a new VariantTensorDataProto instance using the specified properties.
         * @param [properties] Properties to set
         * @returns VariantTensorDataProto instance
         */
        static create(properties: tensorboard.VariantTensorDataProto.$Shape): tensorboard.VariantTensorDataProto & tensorboard.VariantTensorDataProto.$Shape;
        static create(properties?: tensorboard.VariantTensorDataProto.$Properties): tensorboard.VariantTensorDataProto;

        /**
         * Encodes the specified VariantTensorDataProto message. Does not implicitly {@link tensorboard.VariantTensorDataProto.verify|verify} messages.
         * @param message VariantTensorDataProto message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.VariantTensorDataProto.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a VariantTensorDataProto message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.VariantTensorDataProto & tensorboard.VariantTensorDataProto.$Shape} VariantTensorDataProto
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.VariantTensorDataProto & tensorboard.VariantTensorDataProto.$Shape;
    }

    namespace VariantTensorDataProto {

        /** Properties of a VariantTensorDataProto. */
        interface $Properties {

            /** VariantTensorDataProto typeName */
            typeName?: (string|null);

            /** VariantTensorDataProto metadata */
            metadata?: (Uint8Array|null);

            /** VariantTensorDataProto tensors */
            tensors?: (tensorboard.TensorProto.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a VariantTensorDataProto. */
        type $Shape = tensorboard.VariantTensorDataProto.$Properties;
    }

    /**
     * Properties of a ResourceHandleProto.
     * @deprecated Use tensorboard.ResourceHandleProto.$Properties instead.
     */
    interface IResourceHandleProto extends tensorboard.ResourceHandleProto.$Properties {
    }

    /** Represents a ResourceHandleProto. */
    class ResourceHandleProto {

        /**
         * Constructs a new ResourceHandleProto.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.ResourceHandleProto.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ResourceHandleProto device. */
        device: string;

        /** ResourceHandleProto container. */
        container: string;

        /** ResourceHandleProto name. */
        name: string;

        /** ResourceHandleProto hashCode. */
        hashCode: number;

        /** ResourceHandleProto maybeTypeName. */
        maybeTypeName: string;

        /** ResourceHandleProto dtypesAndShapes. */
        dtypesAndShapes: tensorboard.ResourceHandleProto.DtypeAndShape.$Properties[];

        /**
         * Creates a new ResourceHandleProto instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ResourceHandleProto instance
         */
        static create(properties: tensorboard.ResourceHandleProto.$Shape): tensorboard.ResourceHandleProto & tensorboard.ResourceHandleProto.$Shape;
        static create(properties?: tensorboard.ResourceHandleProto.$Properties): tensorboard.ResourceHandleProto;

        /**
         * Encodes the specified ResourceHandleProto message. Does not implicitly {@link tensorboard.ResourceHandleProto.verify|verify} messages.
         * @param message ResourceHandleProto message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.ResourceHandleProto.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ResourceHandleProto message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.ResourceHandleProto & tensorboard.ResourceHandleProto.$Shape} ResourceHandleProto
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.ResourceHandleProto & tensorboard.ResourceHandleProto.$Shape;
    }

    namespace ResourceHandleProto {

        /** Properties of a ResourceHandleProto. */
        interface $Properties {

            /** ResourceHandleProto device */
            device?: (string|null);

            /** ResourceHandleProto container */
            container?: (string|null);

            /** ResourceHandleProto name */
            name?: (string|null);

            /** ResourceHandleProto hashCode */
            hashCode?: (number|null);

            /** ResourceHandleProto maybeTypeName */
            maybeTypeName?: (string|null);

            /** ResourceHandleProto dtypesAndShapes */
            dtypesAndShapes?: (tensorboard.ResourceHandleProto.DtypeAndShape.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ResourceHandleProto. */
        type $Shape = tensorboard.ResourceHandleProto.$Properties;

        /**
         * Properties of a DtypeAndShape.
         * @deprecated Use tensorboard.ResourceHandleProto.DtypeAndShape.$Properties instead.
         */
        interface IDtypeAndShape extends tensorboard.ResourceHandleProto.DtypeAndShape.$Properties {
        }

        /** Represents a DtypeAndShape. */
        class DtypeAndShape {

            /**
             * Constructs a new DtypeAndShape.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.ResourceHandleProto.DtypeAndShape.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DtypeAndShape dtype. */
            dtype: tensorboard.DataType;

            /** DtypeAndShape shape. */
            shape?: (tensorboard.TensorShapeProto.$Properties|null);

            /**
             * Creates a new DtypeAndShape instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DtypeAndShape instance
             */
            static create(properties: tensorboard.ResourceHandleProto.DtypeAndShape.$Shape): tensorboard.ResourceHandleProto.DtypeAndShape & tensorboard.ResourceHandleProto.DtypeAndShape.$Shape;
            static create(properties?: tensorboard.ResourceHandleProto.DtypeAndShape.$Properties): tensorboard.ResourceHandleProto.DtypeAndShape;

            /**
             * Encodes the specified DtypeAndShape message. Does not implicitly {@link tensorboard.ResourceHandleProto.DtypeAndShape.verify|verify} messages.
             * @param message DtypeAndShape message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.ResourceHandleProto.DtypeAndShape.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DtypeAndShape message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.ResourceHandleProto.DtypeAndShape & tensorboard.ResourceHandleProto.DtypeAndShape.$Shape} DtypeAndShape
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.ResourceHandleProto.DtypeAndShape & tensorboard.ResourceHandleProto.DtypeAndShape.$Shape;
        }

        namespace DtypeAndShape {

            /** Properties of a DtypeAndShape. */
            interface $Properties {

                /** DtypeAndShape dtype */
                dtype?: (tensorboard.DataType|null);

                /** DtypeAndShape shape */
                shape?: (tensorboard.TensorShapeProto.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DtypeAndShape. */
            type $Shape = tensorboard.ResourceHandleProto.DtypeAndShape.$Properties;
        }
    }

    /**
     * Properties of a TensorShapeProto.
     * @deprecated Use tensorboard.TensorShapeProto.$Properties instead.
     */
    interface ITensorShapeProto extends tensorboard.TensorShapeProto.$Properties {
    }

    /** Represents a TensorShapeProto. */
    class TensorShapeProto {

        /**
         * Constructs a new TensorShapeProto.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.TensorShapeProto.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** TensorShapeProto dim. */
        dim: tensorboard.TensorShapeProto.Dim.$Properties[];

        /** TensorShapeProto unknownRank. */
        unknownRank: boolean;

        /**
         * Creates a new TensorShapeProto instance using the specified properties.
         * @param [properties] Properties to set
         * @returns TensorShapeProto instance
         */
        static create(properties: tensorboard.TensorShapeProto.$Shape): tensorboard.TensorShapeProto & tensorboard.TensorShapeProto.$Shape;
        static create(properties?: tensorboard.TensorShapeProto.$Properties): tensorboard.TensorShapeProto;

        /**
         * Encodes the specified TensorShapeProto message. Does not implicitly {@link tensorboard.TensorShapeProto.verify|verify} messages.
         * @param message TensorShapeProto message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.TensorShapeProto.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a TensorShapeProto message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.TensorShapeProto & tensorboard.TensorShapeProto.$Shape} TensorShapeProto
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.TensorShapeProto & tensorboard.TensorShapeProto.$Shape;
    }

    namespace TensorShapeProto {

        /** Properties of a TensorShapeProto. */
        interface $Properties {

            /** TensorShapeProto dim */
            dim?: (tensorboard.TensorShapeProto.Dim.$Properties[]|null);

            /** TensorShapeProto unknownRank */
            unknownRank?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a TensorShapeProto. */
        type $Shape = tensorboard.TensorShapeProto.$Properties;

        /**
         * Properties of a Dim.
         * @deprecated Use tensorboard.TensorShapeProto.Dim.$Properties instead.
         */
        interface IDim extends tensorboard.TensorShapeProto.Dim.$Properties {
        }

        /** Represents a Dim. */
        class Dim {

            /**
             * Constructs a new Dim.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.TensorShapeProto.Dim.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Dim size. */
            size: number;

            /** Dim name. */
            name: string;

            /**
             * Creates a new Dim instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Dim instance
             */
            static create(properties: tensorboard.TensorShapeProto.Dim.$Shape): tensorboard.TensorShapeProto.Dim & tensorboard.TensorShapeProto.Dim.$Shape;
            static create(properties?: tensorboard.TensorShapeProto.Dim.$Properties): tensorboard.TensorShapeProto.Dim;

            /**
             * Encodes the specified Dim message. Does not implicitly {@link tensorboard.TensorShapeProto.Dim.verify|verify} messages.
             * @param message Dim message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.TensorShapeProto.Dim.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Dim message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.TensorShapeProto.Dim & tensorboard.TensorShapeProto.Dim.$Shape} Dim
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.TensorShapeProto.Dim & tensorboard.TensorShapeProto.Dim.$Shape;
        }

        namespace Dim {

            /** Properties of a Dim. */
            interface $Properties {

                /** Dim size */
                size?: (number|null);

                /** Dim name */
                name?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Dim. */
            type $Shape = tensorboard.TensorShapeProto.Dim.$Properties;
        }
    }

    /** DataType enum. */
    enum DataType {

        /** DT_INVALID value */
        DT_INVALID = 0,

        /** DT_FLOAT value */
        DT_FLOAT = 1,

        /** DT_DOUBLE value */
        DT_DOUBLE = 2,

        /** DT_INT32 value */
        DT_INT32 = 3,

        /** DT_UINT8 value */
        DT_UINT8 = 4,

        /** DT_INT16 value */
        DT_INT16 = 5,

        /** DT_INT8 value */
        DT_INT8 = 6,

        /** DT_STRING value */
        DT_STRING = 7,

        /** DT_COMPLEX64 value */
        DT_COMPLEX64 = 8,

        /** DT_INT64 value */
        DT_INT64 = 9,

        /** DT_BOOL value */
        DT_BOOL = 10,

        /** DT_QINT8 value */
        DT_QINT8 = 11,

        /** DT_QUINT8 value */
        DT_QUINT8 = 12,

        /** DT_QINT32 value */
        DT_QINT32 = 13,

        /** DT_BFLOAT16 value */
        DT_BFLOAT16 = 14,

        /** DT_QINT16 value */
        DT_QINT16 = 15,

        /** DT_QUINT16 value */
        DT_QUINT16 = 16,

        /** DT_UINT16 value */
        DT_UINT16 = 17,

        /** DT_COMPLEX128 value */
        DT_COMPLEX128 = 18,

        /** DT_HALF value */
        DT_HALF = 19,

        /** DT_RESOURCE value */
        DT_RESOURCE = 20,

        /** DT_VARIANT value */
        DT_VARIANT = 21,

        /** DT_UINT32 value */
        DT_UINT32 = 22,

        /** DT_UINT64 value */
        DT_UINT64 = 23,

        /** DT_FLOAT8_E5M2 value */
        DT_FLOAT8_E5M2 = 24,

        /** DT_FLOAT8_E4M3FN value */
        DT_FLOAT8_E4M3FN = 25,

        /** DT_FLOAT8_E4M3FNUZ value */
        DT_FLOAT8_E4M3FNUZ = 26,

        /** DT_FLOAT8_E4M3B11FNUZ value */
        DT_FLOAT8_E4M3B11FNUZ = 27,

        /** DT_FLOAT8_E5M2FNUZ value */
        DT_FLOAT8_E5M2FNUZ = 28,

        /** DT_INT4 value */
        DT_INT4 = 29,

        /** DT_UINT4 value */
        DT_UINT4 = 30,

        /** DT_INT2 value */
        DT_INT2 = 31,

        /** DT_UINT2 value */
        DT_UINT2 = 32,

        /** DT_FLOAT4_E2M1FN value */
        DT_FLOAT4_E2M1FN = 33,

        /** DT_FLOAT_REF value */
        DT_FLOAT_REF = 101,

        /** DT_DOUBLE_REF value */
        DT_DOUBLE_REF = 102,

        /** DT_INT32_REF value */
        DT_INT32_REF = 103,

        /** DT_UINT8_REF value */
        DT_UINT8_REF = 104,

        /** DT_INT16_REF value */
        DT_INT16_REF = 105,

        /** DT_INT8_REF value */
        DT_INT8_REF = 106,

        /** DT_STRING_REF value */
        DT_STRING_REF = 107,

        /** DT_COMPLEX64_REF value */
        DT_COMPLEX64_REF = 108,

        /** DT_INT64_REF value */
        DT_INT64_REF = 109,

        /** DT_BOOL_REF value */
        DT_BOOL_REF = 110,

        /** DT_QINT8_REF value */
        DT_QINT8_REF = 111,

        /** DT_QUINT8_REF value */
        DT_QUINT8_REF = 112,

        /** DT_QINT32_REF value */
        DT_QINT32_REF = 113,

        /** DT_BFLOAT16_REF value */
        DT_BFLOAT16_REF = 114,

        /** DT_QINT16_REF value */
        DT_QINT16_REF = 115,

        /** DT_QUINT16_REF value */
        DT_QUINT16_REF = 116,

        /** DT_UINT16_REF value */
        DT_UINT16_REF = 117,

        /** DT_COMPLEX128_REF value */
        DT_COMPLEX128_REF = 118,

        /** DT_HALF_REF value */
        DT_HALF_REF = 119,

        /** DT_RESOURCE_REF value */
        DT_RESOURCE_REF = 120,

        /** DT_VARIANT_REF value */
        DT_VARIANT_REF = 121,

        /** DT_UINT32_REF value */
        DT_UINT32_REF = 122,

        /** DT_UINT64_REF value */
        DT_UINT64_REF = 123,

        /** DT_FLOAT8_E5M2_REF value */
        DT_FLOAT8_E5M2_REF = 124,

        /** DT_FLOAT8_E4M3FN_REF value */
        DT_FLOAT8_E4M3FN_REF = 125,

        /** DT_FLOAT8_E4M3FNUZ_REF value */
        DT_FLOAT8_E4M3FNUZ_REF = 126,

        /** DT_FLOAT8_E4M3B11FNUZ_REF value */
        DT_FLOAT8_E4M3B11FNUZ_REF = 127,

        /** DT_FLOAT8_E5M2FNUZ_REF value */
        DT_FLOAT8_E5M2FNUZ_REF = 128,

        /** DT_INT4_REF value */
        DT_INT4_REF = 129,

        /** DT_UINT4_REF value */
        DT_UINT4_REF = 130,

        /** DT_INT2_REF value */
        DT_INT2_REF = 131,

        /** DT_UINT2_REF value */
        DT_UINT2_REF = 132,

        /** DT_FLOAT4_E2M1FN_REF value */
        DT_FLOAT4_E2M1FN_REF = 133
    }

    /**
     * Properties of a SerializedDType.
     * @deprecated Use tensorboard.SerializedDType.$Properties instead.
     */
    interface ISerializedDType extends tensorboard.SerializedDType.$Properties {
    }

    /** Represents a SerializedDType. */
    class SerializedDType {

        /**
         * Constructs a new SerializedDType.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.SerializedDType.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SerializedDType datatype. */
        datatype: tensorboard.DataType;

        /**
         * Creates a new SerializedDType instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SerializedDType instance
         */
        static create(properties: tensorboard.SerializedDType.$Shape): tensorboard.SerializedDType & tensorboard.SerializedDType.$Shape;
        static create(properties?: tensorboard.SerializedDType.$Properties): tensorboard.SerializedDType;

        /**
         * Encodes the specified SerializedDType message. Does not implicitly {@link tensorboard.SerializedDType.verify|verify} messages.
         * @param message SerializedDType message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.SerializedDType.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SerializedDType message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.SerializedDType & tensorboard.SerializedDType.$Shape} SerializedDType
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.SerializedDType & tensorboard.SerializedDType.$Shape;
    }

    namespace SerializedDType {

        /** Properties of a SerializedDType. */
        interface $Properties {

            /** SerializedDType datatype */
            datatype?: (tensorboard.DataType|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SerializedDType. */
        type $Shape = tensorboard.SerializedDType.$Properties;
    }

    /**
     * Properties of a GraphDef.
     * @deprecated Use tensorboard.GraphDef.$Properties instead.
     */
    interface IGraphDef extends tensorboard.GraphDef.$Properties {
    }

    /** Represents a GraphDef. */
    class GraphDef {

        /**
         * Constructs a new GraphDef.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.GraphDef.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GraphDef node. */
        node: tensorboard.NodeDef.$Properties[];

        /** GraphDef versions. */
        versions?: (tensorboard.VersionDef.$Properties|null);

        /** GraphDef version. */
        version: number;

        /** GraphDef library. */
        library?: (tensorboard.FunctionDefLibrary.$Properties|null);

        /** GraphDef debugInfo. */
        debugInfo?: (tensorboard.GraphDebugInfo.$Properties|null);

        /**
         * Creates a new GraphDef instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GraphDef instance
         */
        static create(properties: tensorboard.GraphDef.$Shape): tensorboard.GraphDef & tensorboard.GraphDef.$Shape;
        static create(properties?: tensorboard.GraphDef.$Properties): tensorboard.GraphDef;

        /**
         * Encodes the specified GraphDef message. Does not implicitly {@link tensorboard.GraphDef.verify|verify} messages.
         * @param message GraphDef message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.GraphDef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GraphDef message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.GraphDef & tensorboard.GraphDef.$Shape} GraphDef
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.GraphDef & tensorboard.GraphDef.$Shape;
    }

    namespace GraphDef {

        /** Properties of a GraphDef. */
        interface $Properties {

            /** GraphDef node */
            node?: (tensorboard.NodeDef.$Properties[]|null);

            /** GraphDef versions */
            versions?: (tensorboard.VersionDef.$Properties|null);

            /** GraphDef version */
            version?: (number|null);

            /** GraphDef library */
            library?: (tensorboard.FunctionDefLibrary.$Properties|null);

            /** GraphDef debugInfo */
            debugInfo?: (tensorboard.GraphDebugInfo.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GraphDef. */
        type $Shape = {
          node?: tensorboard.NodeDef.$Shape[]|null;
          versions?: tensorboard.VersionDef.$Shape|null;
          version?: number|null;
          library?: tensorboard.FunctionDefLibrary.$Shape|null;
          debugInfo?: tensorboard.GraphDebugInfo.$Shape|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a FunctionDefLibrary.
     * @deprecated Use tensorboard.FunctionDefLibrary.$Properties instead.
     */
    interface IFunctionDefLibrary extends tensorboard.FunctionDefLibrary.$Properties {
    }

    /** Represents a FunctionDefLibrary. */
    class FunctionDefLibrary {

        /**
         * Constructs a new FunctionDefLibrary.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.FunctionDefLibrary.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** FunctionDefLibrary function. */
        function: tensorboard.FunctionDef.$Properties[];

        /** FunctionDefLibrary gradient. */
        gradient: tensorboard.GradientDef.$Properties[];

        /** FunctionDefLibrary registeredGradients. */
        registeredGradients: tensorboard.RegisteredGradient.$Properties[];

        /**
         * Creates a new FunctionDefLibrary instance using the specified properties.
         * @param [properties] Properties to set
         * @returns FunctionDefLibrary instance
         */
        static create(properties: tensorboard.FunctionDefLibrary.$Shape): tensorboard.FunctionDefLibrary & tensorboard.FunctionDefLibrary.$Shape;
        static create(properties?: tensorboard.FunctionDefLibrary.$Properties): tensorboard.FunctionDefLibrary;

        /**
         * Encodes the specified FunctionDefLibrary message. Does not implicitly {@link tensorboard.FunctionDefLibrary.verify|verify} messages.
         * @param message FunctionDefLibrary message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.FunctionDefLibrary.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a FunctionDefLibrary message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.FunctionDefLibrary & tensorboard.FunctionDefLibrary.$Shape} FunctionDefLibrary
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.FunctionDefLibrary & tensorboard.FunctionDefLibrary.$Shape;
    }

    namespace FunctionDefLibrary {

        /** Properties of a FunctionDefLibrary. */
        interface $Properties {

            /** FunctionDefLibrary function */
            "function"?: (tensorboard.FunctionDef.$Properties[]|null);

            /** FunctionDefLibrary gradient */
            gradient?: (tensorboard.GradientDef.$Properties[]|null);

            /** FunctionDefLibrary registeredGradients */
            registeredGradients?: (tensorboard.RegisteredGradient.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a FunctionDefLibrary. */
        type $Shape = {
          "Function"?: tensorboard.FunctionDef.$Shape[]|null;
          gradient?: tensorboard.GradientDef.$Shape[]|null;
          registeredGradients?: tensorboard.RegisteredGradient.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a FunctionDef.
     * @deprecated Use tensorboard.FunctionDef.$Properties instead.
     */
    interface IFunctionDef extends tensorboard.FunctionDef.$Properties {
    }

    /** Represents a FunctionDef. */
    class FunctionDef {

        /**
         * Constructs a new FunctionDef.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.FunctionDef.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** FunctionDef signature. */
        signature?: (tensorboard.OpDef.$Properties|null);

        /** FunctionDef attr. */
        attr: { [k: string]: tensorboard.AttrValue.$Properties };

        /** FunctionDef argAttr. */
        argAttr: { [k: string]: tensorboard.FunctionDef.ArgAttrs.$Properties };

        /** FunctionDef resourceArgUniqueId. */
        resourceArgUniqueId: { [k: string]: number };

        /** FunctionDef nodeDef. */
        nodeDef: tensorboard.NodeDef.$Properties[];

        /** FunctionDef ret. */
        ret: { [k: string]: string };

        /** FunctionDef controlRet. */
        controlRet: { [k: string]: string };

        /**
         * Creates a new FunctionDef instance using the specified properties.
         * @param [properties] Properties to set
         * @returns FunctionDef instance
         */
        static create(properties: tensorboard.FunctionDef.$Shape): tensorboard.FunctionDef & tensorboard.FunctionDef.$Shape;
        static create(properties?: tensorboard.FunctionDef.$Properties): tensorboard.FunctionDef;

        /**
         * Encodes the specified FunctionDef message. Does not implicitly {@link tensorboard.FunctionDef.verify|verify} messages.
         * @param message FunctionDef message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.FunctionDef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a FunctionDef message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.FunctionDef & tensorboard.FunctionDef.$Shape} FunctionDef
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.FunctionDef & tensorboard.FunctionDef.$Shape;
    }

    namespace FunctionDef {

        /** Properties of a FunctionDef. */
        interface $Properties {

            /** FunctionDef signature */
            signature?: (tensorboard.OpDef.$Properties|null);

            /** FunctionDef attr */
            attr?: ({ [k: string]: tensorboard.AttrValue.$Properties }|null);

            /** FunctionDef argAttr */
            argAttr?: ({ [k: string]: tensorboard.FunctionDef.ArgAttrs.$Properties }|null);

            /** FunctionDef resourceArgUniqueId */
            resourceArgUniqueId?: ({ [k: string]: number }|null);

            /** FunctionDef nodeDef */
            nodeDef?: (tensorboard.NodeDef.$Properties[]|null);

            /** FunctionDef ret */
            ret?: ({ [k: string]: string }|null);

            /** FunctionDef controlRet */
            controlRet?: ({ [k: string]: string }|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a FunctionDef. */
        type $Shape = {
          signature?: tensorboard.OpDef.$Shape|null;
          attr?: { [k: string]: tensorboard.AttrValue.$Shape }|null;
          argAttr?: { [k: string]: tensorboard.FunctionDef.ArgAttrs.$Shape }|null;
          resourceArgUniqueId?: { [k: string]: number }|null;
          nodeDef?: tensorboard.NodeDef.$Shape[]|null;
          ret?: { [k: string]: string }|null;
          controlRet?: { [k: string]: string }|null;
          $unknowns?: Uint8Array[];
        };

        /**
         * Properties of an ArgAttrs.
         * @deprecated Use tensorboard.FunctionDef.ArgAttrs.$Properties instead.
         */
        interface IArgAttrs extends tensorboard.FunctionDef.ArgAttrs.$Properties {
        }

        /** Represents an ArgAttrs. */
        class ArgAttrs {

            /**
             * Constructs a new ArgAttrs.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.FunctionDef.ArgAttrs.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ArgAttrs attr. */
            attr: { [k: string]: tensorboard.AttrValue.$Properties };

            /**
             * Creates a new ArgAttrs instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ArgAttrs instance
             */
            static create(properties: tensorboard.FunctionDef.ArgAttrs.$Shape): tensorboard.FunctionDef.ArgAttrs & tensorboard.FunctionDef.ArgAttrs.$Shape;
            static create(properties?: tensorboard.FunctionDef.ArgAttrs.$Properties): tensorboard.FunctionDef.ArgAttrs;

            /**
             * Encodes the specified ArgAttrs message. Does not implicitly {@link tensorboard.FunctionDef.ArgAttrs.verify|verify} messages.
             * @param message ArgAttrs message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.FunctionDef.ArgAttrs.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ArgAttrs message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.FunctionDef.ArgAttrs & tensorboard.FunctionDef.ArgAttrs.$Shape} ArgAttrs
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.FunctionDef.ArgAttrs & tensorboard.FunctionDef.ArgAttrs.$Shape;
        }

        namespace ArgAttrs {

            /** Properties of an ArgAttrs. */
            interface $Properties {

                /** ArgAttrs attr */
                attr?: ({ [k: string]: tensorboard.AttrValue.$Properties }|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an ArgAttrs. */
            type $Shape = {
              attr?: { [k: string]: tensorboard.AttrValue.$Shape }|null;
              $unknowns?: Uint8Array[];
            };
        }
    }

    /**
     * Properties of a GradientDef.
     * @deprecated Use tensorboard.GradientDef.$Properties instead.
     */
    interface IGradientDef extends tensorboard.GradientDef.$Properties {
    }

    /** Represents a GradientDef. */
    class GradientDef {

        /**
         * Constructs a new GradientDef.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.GradientDef.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GradientDef functionName. */
        functionName: string;

        /** GradientDef gradientFunc. */
        gradientFunc: string;

        /**
         * Creates a new GradientDef instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GradientDef instance
         */
        static create(properties: tensorboard.GradientDef.$Shape): tensorboard.GradientDef & tensorboard.GradientDef.$Shape;
        static create(properties?: tensorboard.GradientDef.$Properties): tensorboard.GradientDef;

        /**
         * Encodes the specified GradientDef message. Does not implicitly {@link tensorboard.GradientDef.verify|verify} messages.
         * @param message GradientDef message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.GradientDef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GradientDef message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.GradientDef & tensorboard.GradientDef.$Shape} GradientDef
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.GradientDef & tensorboard.GradientDef.$Shape;
    }

    namespace GradientDef {

        /** Properties of a GradientDef. */
        interface $Properties {

            /** GradientDef functionName */
            functionName?: (string|null);

            /** GradientDef gradientFunc */
            gradientFunc?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GradientDef. */
        type $Shape = tensorboard.GradientDef.$Properties;
    }

    /**
     * Properties of a RegisteredGradient.
     * @deprecated Use tensorboard.RegisteredGradient.$Properties instead.
     */
    interface IRegisteredGradient extends tensorboard.RegisteredGradient.$Properties {
    }

    /** Represents a RegisteredGradient. */
    class RegisteredGradient {

        /**
         * Constructs a new RegisteredGradient.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.RegisteredGradient.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RegisteredGradient gradientFunc. */
        gradientFunc: string;

        /** RegisteredGradient registeredOpType. */
        registeredOpType: string;

        /**
         * Creates a new RegisteredGradient instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RegisteredGradient instance
         */
        static create(properties: tensorboard.RegisteredGradient.$Shape): tensorboard.RegisteredGradient & tensorboard.RegisteredGradient.$Shape;
        static create(properties?: tensorboard.RegisteredGradient.$Properties): tensorboard.RegisteredGradient;

        /**
         * Encodes the specified RegisteredGradient message. Does not implicitly {@link tensorboard.RegisteredGradient.verify|verify} messages.
         * @param message RegisteredGradient message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.RegisteredGradient.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RegisteredGradient message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.RegisteredGradient & tensorboard.RegisteredGradient.$Shape} RegisteredGradient
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.RegisteredGradient & tensorboard.RegisteredGradient.$Shape;
    }

    namespace RegisteredGradient {

        /** Properties of a RegisteredGradient. */
        interface $Properties {

            /** RegisteredGradient gradientFunc */
            gradientFunc?: (string|null);

            /** RegisteredGradient registeredOpType */
            registeredOpType?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RegisteredGradient. */
        type $Shape = tensorboard.RegisteredGradient.$Properties;
    }

    /**
     * Properties of an AttrValue.
     * @deprecated Use tensorboard.AttrValue.$Properties instead.
     */
    interface IAttrValue extends tensorboard.AttrValue.$Properties {
    }

    /** Represents an AttrValue. */
    class AttrValue {

        /**
         * Constructs a new AttrValue.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.AttrValue.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AttrValue s. */
        s?: (Uint8Array|null);

        /** AttrValue i. */
        i?: (number|null);

        /** AttrValue f. */
        f?: (number|null);

        /** AttrValue b. */
        b?: (boolean|null);

        /** AttrValue type. */
        type?: (tensorboard.DataType|null);

        /** AttrValue shape. */
        shape?: (tensorboard.TensorShapeProto.$Properties|null);

        /** AttrValue tensor. */
        tensor?: (tensorboard.TensorProto.$Properties|null);

        /** AttrValue list. */
        list?: (tensorboard.AttrValue.ListValue.$Properties|null);

        /** AttrValue func. */
        func?: (tensorboard.NameAttrList.$Properties|null);

        /** AttrValue placeholder. */
        placeholder?: (string|null);

        /** AttrValue value. */
        value?: ("s"|"i"|"f"|"b"|"type"|"shape"|"tensor"|"list"|"func"|"placeholder");

        /**
         * Creates a new AttrValue instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AttrValue instance
         */
        static create(properties: tensorboard.AttrValue.$Shape): tensorboard.AttrValue & tensorboard.AttrValue.$Shape;
        static create(properties?: tensorboard.AttrValue.$Properties): tensorboard.AttrValue;

        /**
         * Encodes the specified AttrValue message. Does not implicitly {@link tensorboard.AttrValue.verify|verify} messages.
         * @param message AttrValue message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.AttrValue.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AttrValue message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.AttrValue & tensorboard.AttrValue.$Shape} AttrValue
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.AttrValue & tensorboard.AttrValue.$Shape;
    }

    namespace AttrValue {

        /** Properties of an AttrValue. */
        interface $Properties {

            /** AttrValue s */
            s?: (Uint8Array|null);

            /** AttrValue i */
            i?: (number|null);

            /** AttrValue f */
            f?: (number|null);

            /** AttrValue b */
            b?: (boolean|null);

            /** AttrValue type */
            type?: (tensorboard.DataType|null);

            /** AttrValue shape */
            shape?: (tensorboard.TensorShapeProto.$Properties|null);

            /** AttrValue tensor */
            tensor?: (tensorboard.TensorProto.$Properties|null);

            /** AttrValue list */
            list?: (tensorboard.AttrValue.ListValue.$Properties|null);

            /** AttrValue func */
            func?: (tensorboard.NameAttrList.$Properties|null);

            /** AttrValue placeholder */
            placeholder?: (string|null);

            /** AttrValue value */
            value?: ("s"|"i"|"f"|"b"|"type"|"shape"|"tensor"|"list"|"func"|"placeholder");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of an AttrValue. */
        type $Shape = {
          s?: Uint8Array|null;
          i?: number|null;
          f?: number|null;
          b?: boolean|null;
          type?: tensorboard.DataType|null;
          shape?: tensorboard.TensorShapeProto.$Shape|null;
          tensor?: tensorboard.TensorProto.$Shape|null;
          list?: tensorboard.AttrValue.ListValue.$Shape|null;
          func?: tensorboard.NameAttrList.$Shape|null;
          placeholder?: string|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ value?: undefined; s?: null; i?: null; f?: null; b?: null; type?: null; shape?: null; tensor?: null; list?: null; func?: null; placeholder?: null }|{ value?: "s"; s: Uint8Array; i?: null; f?: null; b?: null; type?: null; shape?: null; tensor?: null; list?: null; func?: null; placeholder?: null }|{ value?: "i"; s?: null; i: number; f?: null; b?: null; type?: null; shape?: null; tensor?: null; list?: null; func?: null; placeholder?: null }|{ value?: "f"; s?: null; i?: null; f: number; b?: null; type?: null; shape?: null; tensor?: null; list?: null; func?: null; placeholder?: null }|{ value?: "b"; s?: null; i?: null; f?: null; b: boolean; type?: null; shape?: null; tensor?: null; list?: null; func?: null; placeholder?: null }|{ value?: "type"; s?: null; i?: null; f?: null; b?: null; type: tensorboard.DataType; shape?: null; tensor?: null; list?: null; func?: null; placeholder?: null }|{ value?: "shape"; s?: null; i?: null; f?: null; b?: null; type?: null; shape: tensorboard.TensorShapeProto.$Shape; tensor?: null; list?: null; func?: null; placeholder?: null }|{ value?: "tensor"; s?: null; i?: null; f?: null; b?: null; type?: null; shape?: null; tensor: tensorboard.TensorProto.$Shape; list?: null; func?: null; placeholder?: null }|{ value?: "list"; s?: null; i?: null; f?: null; b?: null; type?: null; shape?: null; tensor?: null; list: tensorboard.AttrValue.ListValue.$Shape; func?: null; placeholder?: null }|{ value?: "func"; s?: null; i?: null; f?: null; b?: null; type?: null; shape?: null; tensor?: null; list?: null; func: tensorboard.NameAttrList.$Shape; placeholder?: null }|{ value?: "placeholder"; s?: null; i?: null; f?: null; b?: null; type?: null; shape?: null; tensor?: null; list?: null; func?: null; placeholder: string })
        );

        /**
         * Properties of a ListValue.
         * @deprecated Use tensorboard.AttrValue.ListValue.$Properties instead.
         */
        interface IListValue extends tensorboard.AttrValue.ListValue.$Properties {
        }

        /** Represents a ListValue. */
        class ListValue {

            /**
             * Constructs a new ListValue.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.AttrValue.ListValue.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListValue s. */
            s: Uint8Array[];

            /** ListValue i. */
            i: number[];

            /** ListValue f. */
            f: number[];

            /** ListValue b. */
            b: boolean[];

            /** ListValue type. */
            type: tensorboard.DataType[];

            /** ListValue shape. */
            shape: tensorboard.TensorShapeProto.$Properties[];

            /** ListValue tensor. */
            tensor: tensorboard.TensorProto.$Properties[];

            /** ListValue func. */
            func: tensorboard.NameAttrList.$Properties[];

            /**
             * Creates a new ListValue instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListValue instance
             */
            static create(properties: tensorboard.AttrValue.ListValue.$Shape): tensorboard.AttrValue.ListValue & tensorboard.AttrValue.ListValue.$Shape;
            static create(properties?: tensorboard.AttrValue.ListValue.$Properties): tensorboard.AttrValue.ListValue;

            /**
             * Encodes the specified ListValue message. Does not implicitly {@link tensorboard.AttrValue.ListValue.verify|verify} messages.
             * @param message ListValue message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.AttrValue.ListValue.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListValue message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.AttrValue.ListValue & tensorboard.AttrValue.ListValue.$Shape} ListValue
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.AttrValue.ListValue & tensorboard.AttrValue.ListValue.$Shape;
        }

        namespace ListValue {

            /** Properties of a ListValue. */
            interface $Properties {

                /** ListValue s */
                s?: (Uint8Array[]|null);

                /** ListValue i */
                i?: (number[]|null);

                /** ListValue f */
                f?: (number[]|null);

                /** ListValue b */
                b?: (boolean[]|null);

                /** ListValue type */
                type?: (tensorboard.DataType[]|null);

                /** ListValue shape */
                shape?: (tensorboard.TensorShapeProto.$Properties[]|null);

                /** ListValue tensor */
                tensor?: (tensorboard.TensorProto.$Properties[]|null);

                /** ListValue func */
                func?: (tensorboard.NameAttrList.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListValue. */
            type $Shape = {
              s?: Uint8Array[]|null;
              i?: number[]|null;
              f?: number[]|null;
              b?: boolean[]|null;
              type?: tensorboard.DataType[]|null;
              shape?: tensorboard.TensorShapeProto.$Shape[]|null;
              tensor?: tensorboard.TensorProto.$Shape[]|null;
              func?: tensorboard.NameAttrList.$Shape[]|null;
              $unknowns?: Uint8Array[];
            };
        }
    }

    /**
     * Properties of a NameAttrList.
     * @deprecated Use tensorboard.NameAttrList.$Properties instead.
     */
    interface INameAttrList extends tensorboard.NameAttrList.$Properties {
    }

    /** Represents a NameAttrList. */
    class NameAttrList {

        /**
         * Constructs a new NameAttrList.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.NameAttrList.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** NameAttrList name. */
        name: string;

        /** NameAttrList attr. */
        attr: { [k: string]: tensorboard.AttrValue.$Properties };

        /**
         * Creates a new NameAttrList instance using the specified properties.
         * @param [properties] Properties to set
         * @returns NameAttrList instance
         */
        static create(properties: tensorboard.NameAttrList.$Shape): tensorboard.NameAttrList & tensorboard.NameAttrList.$Shape;
        static create(properties?: tensorboard.NameAttrList.$Properties): tensorboard.NameAttrList;

        /**
         * Encodes the specified NameAttrList message. Does not implicitly {@link tensorboard.NameAttrList.verify|verify} messages.
         * @param message NameAttrList message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.NameAttrList.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a NameAttrList message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.NameAttrList & tensorboard.NameAttrList.$Shape} NameAttrList
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.NameAttrList & tensorboard.NameAttrList.$Shape;
    }

    namespace NameAttrList {

        /** Properties of a NameAttrList. */
        interface $Properties {

            /** NameAttrList name */
            name?: (string|null);

            /** NameAttrList attr */
            attr?: ({ [k: string]: tensorboard.AttrValue.$Properties }|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a NameAttrList. */
        type $Shape = {
          name?: string|null;
          attr?: { [k: string]: tensorboard.AttrValue.$Shape }|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a NodeDef.
     * @deprecated Use tensorboard.NodeDef.$Properties instead.
     */
    interface INodeDef extends tensorboard.NodeDef.$Properties {
    }

    /** Represents a NodeDef. */
    class NodeDef {

        /**
         * Constructs a new NodeDef.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.NodeDef.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** NodeDef name. */
        name: string;

        /** NodeDef op. */
        op: string;

        /** NodeDef input. */
        input: string[];

        /** NodeDef device. */
        device: string;

        /** NodeDef attr. */
        attr: { [k: string]: tensorboard.AttrValue.$Properties };

        /** NodeDef experimentalDebugInfo. */
        experimentalDebugInfo?: (tensorboard.NodeDef.ExperimentalDebugInfo.$Properties|null);

        /** NodeDef experimentalType. */
        experimentalType?: (tensorboard.FullTypeDef.$Properties|null);

        /**
         * Creates a new NodeDef instance using the specified properties.
         * @param [properties] Properties to set
         * @returns NodeDef instance
         */
        static create(properties: tensorboard.NodeDef.$Shape): tensorboard.NodeDef & tensorboard.NodeDef.$Shape;
        static create(properties?: tensorboard.NodeDef.$Properties): tensorboard.NodeDef;

        /**
         * Encodes the specified NodeDef message. Does not implicitly {@link tensorboard.NodeDef.verify|verify} messages.
         * @param message NodeDef message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.NodeDef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a NodeDef message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.NodeDef & tensorboard.NodeDef.$Shape} NodeDef
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.NodeDef & tensorboard.NodeDef.$Shape;
    }

    namespace NodeDef {

        /** Properties of a NodeDef. */
        interface $Properties {

            /** NodeDef name */
            name?: (string|null);

            /** NodeDef op */
            op?: (string|null);

            /** NodeDef input */
            input?: (string[]|null);

            /** NodeDef device */
            device?: (string|null);

            /** NodeDef attr */
            attr?: ({ [k: string]: tensorboard.AttrValue.$Properties }|null);

            /** NodeDef experimentalDebugInfo */
            experimentalDebugInfo?: (tensorboard.NodeDef.ExperimentalDebugInfo.$Properties|null);

            /** NodeDef experimentalType */
            experimentalType?: (tensorboard.FullTypeDef.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a NodeDef. */
        type $Shape = {
          name?: string|null;
          op?: string|null;
          input?: string[]|null;
          device?: string|null;
          attr?: { [k: string]: tensorboard.AttrValue.$Shape }|null;
          experimentalDebugInfo?: tensorboard.NodeDef.ExperimentalDebugInfo.$Shape|null;
          experimentalType?: tensorboard.FullTypeDef.$Shape|null;
          $unknowns?: Uint8Array[];
        };

        /**
         * Properties of an ExperimentalDebugInfo.
         * @deprecated Use tensorboard.NodeDef.ExperimentalDebugInfo.$Properties instead.
         */
        interface IExperimentalDebugInfo extends tensorboard.NodeDef.ExperimentalDebugInfo.$Properties {
        }

        /** Represents an ExperimentalDebugInfo. */
        class ExperimentalDebugInfo {

            /**
             * Constructs a new ExperimentalDebugInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.NodeDef.ExperimentalDebugInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ExperimentalDebugInfo originalNodeNames. */
            originalNodeNames: string[];

            /** ExperimentalDebugInfo originalFuncNames. */
            originalFuncNames: string[];

            /**
             * Creates a new ExperimentalDebugInfo instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ExperimentalDebugInfo instance
             */
            static create(properties: tensorboard.NodeDef.ExperimentalDebugInfo.$Shape): tensorboard.NodeDef.ExperimentalDebugInfo & tensorboard.NodeDef.ExperimentalDebugInfo.$Shape;
            static create(properties?: tensorboard.NodeDef.ExperimentalDebugInfo.$Properties): tensorboard.NodeDef.ExperimentalDebugInfo;

            /**
             * Encodes the specified ExperimentalDebugInfo message. Does not implicitly {@link tensorboard.NodeDef.ExperimentalDebugInfo.verify|verify} messages.
             * @param message ExperimentalDebugInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.NodeDef.ExperimentalDebugInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ExperimentalDebugInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.NodeDef.ExperimentalDebugInfo & tensorboard.NodeDef.ExperimentalDebugInfo.$Shape} ExperimentalDebugInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.NodeDef.ExperimentalDebugInfo & tensorboard.NodeDef.ExperimentalDebugInfo.$Shape;
        }

        namespace ExperimentalDebugInfo {

            /** Properties of an ExperimentalDebugInfo. */
            interface $Properties {

                /** ExperimentalDebugInfo originalNodeNames */
                originalNodeNames?: (string[]|null);

                /** ExperimentalDebugInfo originalFuncNames */
                originalFuncNames?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an ExperimentalDebugInfo. */
            type $Shape = tensorboard.NodeDef.ExperimentalDebugInfo.$Properties;
        }
    }

    /** FullTypeId enum. */
    enum FullTypeId {

        /** TFT_UNSET value */
        TFT_UNSET = 0,

        /** TFT_VAR value */
        TFT_VAR = 1,

        /** TFT_ANY value */
        TFT_ANY = 2,

        /** TFT_PRODUCT value */
        TFT_PRODUCT = 3,

        /** TFT_NAMED value */
        TFT_NAMED = 4,

        /** TFT_FOR_EACH value */
        TFT_FOR_EACH = 20,

        /** TFT_CALLABLE value */
        TFT_CALLABLE = 100,

        /** TFT_TENSOR value */
        TFT_TENSOR = 1000,

        /** TFT_ARRAY value */
        TFT_ARRAY = 1001,

        /** TFT_OPTIONAL value */
        TFT_OPTIONAL = 1002,

        /** TFT_LITERAL value */
        TFT_LITERAL = 1003,

        /** TFT_ENCODED value */
        TFT_ENCODED = 1004,

        /** TFT_SHAPE_TENSOR value */
        TFT_SHAPE_TENSOR = 1005,

        /** TFT_BOOL value */
        TFT_BOOL = 200,

        /** TFT_UINT8 value */
        TFT_UINT8 = 201,

        /** TFT_UINT16 value */
        TFT_UINT16 = 202,

        /** TFT_UINT32 value */
        TFT_UINT32 = 203,

        /** TFT_UINT64 value */
        TFT_UINT64 = 204,

        /** TFT_INT8 value */
        TFT_INT8 = 205,

        /** TFT_INT16 value */
        TFT_INT16 = 206,

        /** TFT_INT32 value */
        TFT_INT32 = 207,

        /** TFT_INT64 value */
        TFT_INT64 = 208,

        /** TFT_HALF value */
        TFT_HALF = 209,

        /** TFT_FLOAT value */
        TFT_FLOAT = 210,

        /** TFT_DOUBLE value */
        TFT_DOUBLE = 211,

        /** TFT_BFLOAT16 value */
        TFT_BFLOAT16 = 215,

        /** TFT_COMPLEX64 value */
        TFT_COMPLEX64 = 212,

        /** TFT_COMPLEX128 value */
        TFT_COMPLEX128 = 213,

        /** TFT_STRING value */
        TFT_STRING = 214,

        /** TFT_DATASET value */
        TFT_DATASET = 10102,

        /** TFT_RAGGED value */
        TFT_RAGGED = 10103,

        /** TFT_ITERATOR value */
        TFT_ITERATOR = 10104,

        /** TFT_MUTEX_LOCK value */
        TFT_MUTEX_LOCK = 10202,

        /** TFT_LEGACY_VARIANT value */
        TFT_LEGACY_VARIANT = 10203
    }

    /**
     * Properties of a FullTypeDef.
     * @deprecated Use tensorboard.FullTypeDef.$Properties instead.
     */
    interface IFullTypeDef extends tensorboard.FullTypeDef.$Properties {
    }

    /** Represents a FullTypeDef. */
    class FullTypeDef {

        /**
         * Constructs a new FullTypeDef.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.FullTypeDef.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** FullTypeDef typeId. */
        typeId: tensorboard.FullTypeId;

        /** FullTypeDef args. */
        args: tensorboard.FullTypeDef.$Properties[];

        /** FullTypeDef s. */
        s?: (string|null);

        /** FullTypeDef i. */
        i?: (number|null);

        /** FullTypeDef attr. */
        attr?: ("s"|"i");

        /**
         * Creates a new FullTypeDef instance using the specified properties.
         * @param [properties] Properties to set
         * @returns FullTypeDef instance
         */
        static create(properties: tensorboard.FullTypeDef.$Shape): tensorboard.FullTypeDef & tensorboard.FullTypeDef.$Shape;
        static create(properties?: tensorboard.FullTypeDef.$Properties): tensorboard.FullTypeDef;

        /**
         * Encodes the specified FullTypeDef message. Does not implicitly {@link tensorboard.FullTypeDef.verify|verify} messages.
         * @param message FullTypeDef message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.FullTypeDef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a FullTypeDef message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.FullTypeDef & tensorboard.FullTypeDef.$Shape} FullTypeDef
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.FullTypeDef & tensorboard.FullTypeDef.$Shape;
    }

    namespace FullTypeDef {

        /** Properties of a FullTypeDef. */
        interface $Properties {

            /** FullTypeDef typeId */
            typeId?: (tensorboard.FullTypeId|null);

            /** FullTypeDef args */
            args?: (tensorboard.FullTypeDef.$Properties[]|null);

            /** FullTypeDef s */
            s?: (string|null);

            /** FullTypeDef i */
            i?: (number|null);

            /** FullTypeDef attr */
            attr?: ("s"|"i");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a FullTypeDef. */
        type $Shape = {
          typeId?: tensorboard.FullTypeId|null;
          args?: tensorboard.FullTypeDef.$Shape[]|null;
          s?: string|null;
          i?: number|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ attr?: undefined; s?: null; i?: null }|{ attr?: "s"; s: string; i?: null }|{ attr?: "i"; s?: null; i: number })
        );
    }

    /**
     * Properties of an OpDef.
     * @deprecated Use tensorboard.OpDef.$Properties instead.
     */
    interface IOpDef extends tensorboard.OpDef.$Properties {
    }

    /** Represents an OpDef. */
    class OpDef {

        /**
         * Constructs a new OpDef.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.OpDef.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** OpDef name. */
        name: string;

        /** OpDef inputArg. */
        inputArg: tensorboard.OpDef.ArgDef.$Properties[];

        /** OpDef outputArg. */
        outputArg: tensorboard.OpDef.ArgDef.$Properties[];

        /** OpDef controlOutput. */
        controlOutput: string[];

        /** OpDef attr. */
        attr: tensorboard.OpDef.AttrDef.$Properties[];

        /** OpDef deprecation. */
        deprecation?: (tensorboard.OpDeprecation.$Properties|null);

        /** OpDef summary. */
        summary: string;

        /** OpDef description. */
        description: string;

        /** OpDef isCommutative. */
        isCommutative: boolean;

        /** OpDef isAggregate. */
        isAggregate: boolean;

        /** OpDef isStateful. */
        isStateful: boolean;

        /** OpDef allowsUninitializedInput. */
        allowsUninitializedInput: boolean;

        /** OpDef isDistributedCommunication. */
        isDistributedCommunication: boolean;

        /**
         * Creates a new OpDef instance using the specified properties.
         * @param [properties] Properties to set
         * @returns OpDef instance
         */
        static create(properties: tensorboard.OpDef.$Shape): tensorboard.OpDef & tensorboard.OpDef.$Shape;
        static create(properties?: tensorboard.OpDef.$Properties): tensorboard.OpDef;

        /**
         * Encodes the specified OpDef message. Does not implicitly {@link tensorboard.OpDef.verify|verify} messages.
         * @param message OpDef message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.OpDef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an OpDef message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.OpDef & tensorboard.OpDef.$Shape} OpDef
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.OpDef & tensorboard.OpDef.$Shape;
    }

    namespace OpDef {

        /** Properties of an OpDef. */
        interface $Properties {

            /** OpDef name */
            name?: (string|null);

            /** OpDef inputArg */
            inputArg?: (tensorboard.OpDef.ArgDef.$Properties[]|null);

            /** OpDef outputArg */
            outputArg?: (tensorboard.OpDef.ArgDef.$Properties[]|null);

            /** OpDef controlOutput */
            controlOutput?: (string[]|null);

            /** OpDef attr */
            attr?: (tensorboard.OpDef.AttrDef.$Properties[]|null);

            /** OpDef deprecation */
            deprecation?: (tensorboard.OpDeprecation.$Properties|null);

            /** OpDef summary */
            summary?: (string|null);

            /** OpDef description */
            description?: (string|null);

            /** OpDef isCommutative */
            isCommutative?: (boolean|null);

            /** OpDef isAggregate */
            isAggregate?: (boolean|null);

            /** OpDef isStateful */
            isStateful?: (boolean|null);

            /** OpDef allowsUninitializedInput */
            allowsUninitializedInput?: (boolean|null);

            /** OpDef isDistributedCommunication */
            isDistributedCommunication?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an OpDef. */
        type $Shape = {
          name?: string|null;
          inputArg?: tensorboard.OpDef.ArgDef.$Shape[]|null;
          outputArg?: tensorboard.OpDef.ArgDef.$Shape[]|null;
          controlOutput?: string[]|null;
          attr?: tensorboard.OpDef.AttrDef.$Shape[]|null;
          deprecation?: tensorboard.OpDeprecation.$Shape|null;
          summary?: string|null;
          description?: string|null;
          isCommutative?: boolean|null;
          isAggregate?: boolean|null;
          isStateful?: boolean|null;
          allowsUninitializedInput?: boolean|null;
          isDistributedCommunication?: boolean|null;
          $unknowns?: Uint8Array[];
        };

        /**
         * Properties of an ArgDef.
         * @deprecated Use tensorboard.OpDef.ArgDef.$Properties instead.
         */
        interface IArgDef extends tensorboard.OpDef.ArgDef.$Properties {
        }

        /** Represents an ArgDef. */
        class ArgDef {

            /**
             * Constructs a new ArgDef.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.OpDef.ArgDef.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ArgDef name. */
            name: string;

            /** ArgDef description. */
            description: string;

            /** ArgDef type. */
            type: tensorboard.DataType;

            /** ArgDef typeAttr. */
            typeAttr: string;

            /** ArgDef numberAttr. */
            numberAttr: string;

            /** ArgDef typeListAttr. */
            typeListAttr: string;

            /** ArgDef handleData. */
            handleData: tensorboard.ResourceHandleProto.DtypeAndShape.$Properties[];

            /** ArgDef isRef. */
            isRef: boolean;

            /** ArgDef experimentalFullType. */
            experimentalFullType?: (tensorboard.FullTypeDef.$Properties|null);

            /**
             * Creates a new ArgDef instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ArgDef instance
             */
            static create(properties: tensorboard.OpDef.ArgDef.$Shape): tensorboard.OpDef.ArgDef & tensorboard.OpDef.ArgDef.$Shape;
            static create(properties?: tensorboard.OpDef.ArgDef.$Properties): tensorboard.OpDef.ArgDef;

            /**
             * Encodes the specified ArgDef message. Does not implicitly {@link tensorboard.OpDef.ArgDef.verify|verify} messages.
             * @param message ArgDef message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.OpDef.ArgDef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ArgDef message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.OpDef.ArgDef & tensorboard.OpDef.ArgDef.$Shape} ArgDef
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.OpDef.ArgDef & tensorboard.OpDef.ArgDef.$Shape;
        }

        namespace ArgDef {

            /** Properties of an ArgDef. */
            interface $Properties {

                /** ArgDef name */
                name?: (string|null);

                /** ArgDef description */
                description?: (string|null);

                /** ArgDef type */
                type?: (tensorboard.DataType|null);

                /** ArgDef typeAttr */
                typeAttr?: (string|null);

                /** ArgDef numberAttr */
                numberAttr?: (string|null);

                /** ArgDef typeListAttr */
                typeListAttr?: (string|null);

                /** ArgDef handleData */
                handleData?: (tensorboard.ResourceHandleProto.DtypeAndShape.$Properties[]|null);

                /** ArgDef isRef */
                isRef?: (boolean|null);

                /** ArgDef experimentalFullType */
                experimentalFullType?: (tensorboard.FullTypeDef.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an ArgDef. */
            type $Shape = {
              name?: string|null;
              description?: string|null;
              type?: tensorboard.DataType|null;
              typeAttr?: string|null;
              numberAttr?: string|null;
              typeListAttr?: string|null;
              handleData?: tensorboard.ResourceHandleProto.DtypeAndShape.$Shape[]|null;
              isRef?: boolean|null;
              experimentalFullType?: tensorboard.FullTypeDef.$Shape|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of an AttrDef.
         * @deprecated Use tensorboard.OpDef.AttrDef.$Properties instead.
         */
        interface IAttrDef extends tensorboard.OpDef.AttrDef.$Properties {
        }

        /** Represents an AttrDef. */
        class AttrDef {

            /**
             * Constructs a new AttrDef.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.OpDef.AttrDef.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AttrDef name. */
            name: string;

            /** AttrDef type. */
            type: string;

            /** AttrDef defaultValue. */
            defaultValue?: (tensorboard.AttrValue.$Properties|null);

            /** AttrDef description. */
            description: string;

            /** AttrDef hasMinimum. */
            hasMinimum: boolean;

            /** AttrDef minimum. */
            minimum: number;

            /** AttrDef allowedValues. */
            allowedValues?: (tensorboard.AttrValue.$Properties|null);

            /**
             * Creates a new AttrDef instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AttrDef instance
             */
            static create(properties: tensorboard.OpDef.AttrDef.$Shape): tensorboard.OpDef.AttrDef & tensorboard.OpDef.AttrDef.$Shape;
            static create(properties?: tensorboard.OpDef.AttrDef.$Properties): tensorboard.OpDef.AttrDef;

            /**
             * Encodes the specified AttrDef message. Does not implicitly {@link tensorboard.OpDef.AttrDef.verify|verify} messages.
             * @param message AttrDef message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.OpDef.AttrDef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AttrDef message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.OpDef.AttrDef & tensorboard.OpDef.AttrDef.$Shape} AttrDef
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.OpDef.AttrDef & tensorboard.OpDef.AttrDef.$Shape;
        }

        namespace AttrDef {

            /** Properties of an AttrDef. */
            interface $Properties {

                /** AttrDef name */
                name?: (string|null);

                /** AttrDef type */
                type?: (string|null);

                /** AttrDef defaultValue */
                defaultValue?: (tensorboard.AttrValue.$Properties|null);

                /** AttrDef description */
                description?: (string|null);

                /** AttrDef hasMinimum */
                hasMinimum?: (boolean|null);

                /** AttrDef minimum */
                minimum?: (number|null);

                /** AttrDef allowedValues */
                allowedValues?: (tensorboard.AttrValue.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AttrDef. */
            type $Shape = {
              name?: string|null;
              type?: string|null;
              defaultValue?: tensorboard.AttrValue.$Shape|null;
              description?: string|null;
              hasMinimum?: boolean|null;
              minimum?: number|null;
              allowedValues?: tensorboard.AttrValue.$Shape|null;
              $unknowns?: Uint8Array[];
            };
        }
    }

    /**
     * Properties of an OpDeprecation.
     * @deprecated Use tensorboard.OpDeprecation.$Properties instead.
     */
    interface IOpDeprecation extends tensorboard.OpDeprecation.$Properties {
    }

    /** Represents an OpDeprecation. */
    class OpDeprecation {

        /**
         * Constructs a new OpDeprecation.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.OpDeprecation.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** OpDeprecation version. */
        version: number;

        /** OpDeprecation explanation. */
        explanation: string;

        /**
         * Creates a new OpDeprecation instance using the specified properties.
         * @param [properties] Properties to set
         * @returns OpDeprecation instance
         */
        static create(properties: tensorboard.OpDeprecation.$Shape): tensorboard.OpDeprecation & tensorboard.OpDeprecation.$Shape;
        static create(properties?: tensorboard.OpDeprecation.$Properties): tensorboard.OpDeprecation;

        /**
         * Encodes the specified OpDeprecation message. Does not implicitly {@link tensorboard.OpDeprecation.verify|verify} messages.
         * @param message OpDeprecation message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.OpDeprecation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an OpDeprecation message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.OpDeprecation & tensorboard.OpDeprecation.$Shape} OpDeprecation
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.OpDeprecation & tensorboard.OpDeprecation.$Shape;
    }

    namespace OpDeprecation {

        /** Properties of an OpDeprecation. */
        interface $Properties {

            /** OpDeprecation version */
            version?: (number|null);

            /** OpDeprecation explanation */
            explanation?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an OpDeprecation. */
        type $Shape = tensorboard.OpDeprecation.$Properties;
    }

    /**
     * Properties of an OpList.
     * @deprecated Use tensorboard.OpList.$Properties instead.
     */
    interface IOpList extends tensorboard.OpList.$Properties {
    }

    /** Represents an OpList. */
    class OpList {

        /**
         * Constructs a new OpList.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.OpList.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** OpList op. */
        op: tensorboard.OpDef.$Properties[];

        /**
         * Creates a new OpList instance using the specified properties.
         * @param [properties] Properties to set
         * @returns OpList instance
         */
        static create(properties: tensorboard.OpList.$Shape): tensorboard.OpList & tensorboard.OpList.$Shape;
        static create(properties?: tensorboard.OpList.$Properties): tensorboard.OpList;

        /**
         * Encodes the specified OpList message. Does not implicitly {@link tensorboard.OpList.verify|verify} messages.
         * @param message OpList message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.OpList.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an OpList message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.OpList & tensorboard.OpList.$Shape} OpList
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.OpList & tensorboard.OpList.$Shape;
    }

    namespace OpList {

        /** Properties of an OpList. */
        interface $Properties {

            /** OpList op */
            op?: (tensorboard.OpDef.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an OpList. */
        type $Shape = {
          op?: tensorboard.OpDef.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a GraphDebugInfo.
     * @deprecated Use tensorboard.GraphDebugInfo.$Properties instead.
     */
    interface IGraphDebugInfo extends tensorboard.GraphDebugInfo.$Properties {
    }

    /** Represents a GraphDebugInfo. */
    class GraphDebugInfo {

        /**
         * Constructs a new GraphDebugInfo.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.GraphDebugInfo.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GraphDebugInfo files. */
        files: string[];

        /** GraphDebugInfo framesById. */
        framesById: { [k: string]: tensorboard.GraphDebugInfo.FileLineCol.$Properties };

        /** GraphDebugInfo tracesById. */
        tracesById: { [k: string]: tensorboard.GraphDebugInfo.StackTrace.$Properties };

        /** GraphDebugInfo traces. */
        traces: { [k: string]: tensorboard.GraphDebugInfo.StackTrace.$Properties };

        /** GraphDebugInfo nameToTraceId. */
        nameToTraceId: { [k: string]: number };

        /**
         * Creates a new GraphDebugInfo instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GraphDebugInfo instance
         */
        static create(properties: tensorboard.GraphDebugInfo.$Shape): tensorboard.GraphDebugInfo & tensorboard.GraphDebugInfo.$Shape;
        static create(properties?: tensorboard.GraphDebugInfo.$Properties): tensorboard.GraphDebugInfo;

        /**
         * Encodes the specified GraphDebugInfo message. Does not implicitly {@link tensorboard.GraphDebugInfo.verify|verify} messages.
         * @param message GraphDebugInfo message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.GraphDebugInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GraphDebugInfo message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.GraphDebugInfo & tensorboard.GraphDebugInfo.$Shape} GraphDebugInfo
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.GraphDebugInfo & tensorboard.GraphDebugInfo.$Shape;
    }

    namespace GraphDebugInfo {

        /** Properties of a GraphDebugInfo. */
        interface $Properties {

            /** GraphDebugInfo files */
            files?: (string[]|null);

            /** GraphDebugInfo framesById */
            framesById?: ({ [k: string]: tensorboard.GraphDebugInfo.FileLineCol.$Properties }|null);

            /** GraphDebugInfo tracesById */
            tracesById?: ({ [k: string]: tensorboard.GraphDebugInfo.StackTrace.$Properties }|null);

            /** GraphDebugInfo traces */
            traces?: ({ [k: string]: tensorboard.GraphDebugInfo.StackTrace.$Properties }|null);

            /** GraphDebugInfo nameToTraceId */
            nameToTraceId?: ({ [k: string]: number }|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GraphDebugInfo. */
        type $Shape = tensorboard.GraphDebugInfo.$Properties;

        /**
         * Properties of a FileLineCol.
         * @deprecated Use tensorboard.GraphDebugInfo.FileLineCol.$Properties instead.
         */
        interface IFileLineCol extends tensorboard.GraphDebugInfo.FileLineCol.$Properties {
        }

        /** Represents a FileLineCol. */
        class FileLineCol {

            /**
             * Constructs a new FileLineCol.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.GraphDebugInfo.FileLineCol.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FileLineCol fileIndex. */
            fileIndex: number;

            /** FileLineCol line. */
            line: number;

            /** FileLineCol col. */
            col: number;

            /** FileLineCol func. */
            func: string;

            /** FileLineCol code. */
            code: string;

            /**
             * Creates a new FileLineCol instance using the specified properties.
             * @param [properties] Properties to set
             * @returns FileLineCol instance
             */
            static create(properties: tensorboard.GraphDebugInfo.FileLineCol.$Shape): tensorboard.GraphDebugInfo.FileLineCol & tensorboard.GraphDebugInfo.FileLineCol.$Shape;
            static create(properties?: tensorboard.GraphDebugInfo.FileLineCol.$Properties): tensorboard.GraphDebugInfo.FileLineCol;

            /**
             * Encodes the specified FileLineCol message. Does not implicitly {@link tensorboard.GraphDebugInfo.FileLineCol.verify|verify} messages.
             * @param message FileLineCol message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.GraphDebugInfo.FileLineCol.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FileLineCol message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.GraphDebugInfo.FileLineCol & tensorboard.GraphDebugInfo.FileLineCol.$Shape} FileLineCol
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.GraphDebugInfo.FileLineCol & tensorboard.GraphDebugInfo.FileLineCol.$Shape;
        }

        namespace FileLineCol {

            /** Properties of a FileLineCol. */
            interface $Properties {

                /** FileLineCol fileIndex */
                fileIndex?: (number|null);

                /** FileLineCol line */
                line?: (number|null);

                /** FileLineCol col */
                col?: (number|null);

                /** FileLineCol func */
                func?: (string|null);

                /** FileLineCol code */
                code?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FileLineCol. */
            type $Shape = tensorboard.GraphDebugInfo.FileLineCol.$Properties;
        }

        /**
         * Properties of a StackTrace.
         * @deprecated Use tensorboard.GraphDebugInfo.StackTrace.$Properties instead.
         */
        interface IStackTrace extends tensorboard.GraphDebugInfo.StackTrace.$Properties {
        }

        /** Represents a StackTrace. */
        class StackTrace {

            /**
             * Constructs a new StackTrace.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.GraphDebugInfo.StackTrace.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StackTrace fileLineCols. */
            fileLineCols: tensorboard.GraphDebugInfo.FileLineCol.$Properties[];

            /** StackTrace frameId. */
            frameId: number[];

            /**
             * Creates a new StackTrace instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StackTrace instance
             */
            static create(properties: tensorboard.GraphDebugInfo.StackTrace.$Shape): tensorboard.GraphDebugInfo.StackTrace & tensorboard.GraphDebugInfo.StackTrace.$Shape;
            static create(properties?: tensorboard.GraphDebugInfo.StackTrace.$Properties): tensorboard.GraphDebugInfo.StackTrace;

            /**
             * Encodes the specified StackTrace message. Does not implicitly {@link tensorboard.GraphDebugInfo.StackTrace.verify|verify} messages.
             * @param message StackTrace message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.GraphDebugInfo.StackTrace.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StackTrace message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.GraphDebugInfo.StackTrace & tensorboard.GraphDebugInfo.StackTrace.$Shape} StackTrace
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.GraphDebugInfo.StackTrace & tensorboard.GraphDebugInfo.StackTrace.$Shape;
        }

        namespace StackTrace {

            /** Properties of a StackTrace. */
            interface $Properties {

                /** StackTrace fileLineCols */
                fileLineCols?: (tensorboard.GraphDebugInfo.FileLineCol.$Properties[]|null);

                /** StackTrace frameId */
                frameId?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StackTrace. */
            type $Shape = tensorboard.GraphDebugInfo.StackTrace.$Properties;
        }
    }

    /**
     * Properties of a VersionDef.
     * @deprecated Use tensorboard.VersionDef.$Properties instead.
     */
    interface IVersionDef extends tensorboard.VersionDef.$Properties {
    }

    /** Represents a VersionDef. */
    class VersionDef {

        /**
         * Constructs a new VersionDef.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.VersionDef.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** VersionDef producer. */
        producer: number;

        /** VersionDef minConsumer. */
        minConsumer: number;

        /** VersionDef badConsumers. */
        badConsumers: number[];

        /**
         * Creates a new VersionDef instance using the specified properties.
         * @param [properties] Properties to set
         * @returns VersionDef instance
         */
        static create(properties: tensorboard.VersionDef.$Shape): tensorboard.VersionDef & tensorboard.VersionDef.$Shape;
        static create(properties?: tensorboard.VersionDef.$Properties): tensorboard.VersionDef;

        /**
         * Encodes the specified VersionDef message. Does not implicitly {@link tensorboard.VersionDef.verify|verify} messages.
         * @param message VersionDef message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.VersionDef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a VersionDef message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.VersionDef & tensorboard.VersionDef.$Shape} VersionDef
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.VersionDef & tensorboard.VersionDef.$Shape;
    }

    namespace VersionDef {

        /** Properties of a VersionDef. */
        interface $Properties {

            /** VersionDef producer */
            producer?: (number|null);

            /** VersionDef minConsumer */
            minConsumer?: (number|null);

            /** VersionDef badConsumers */
            badConsumers?: (number[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a VersionDef. */
        type $Shape = tensorboard.VersionDef.$Properties;
    }

    /**
     * Properties of a GPUOptions.
     * @deprecated Use tensorboard.GPUOptions.$Properties instead.
     */
    interface IGPUOptions extends tensorboard.GPUOptions.$Properties {
    }

    /** Represents a GPUOptions. */
    class GPUOptions {

        /**
         * Constructs a new GPUOptions.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.GPUOptions.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GPUOptions perProcessGpuMemoryFraction. */
        perProcessGpuMemoryFraction: number;

        /** GPUOptions allowGrowth. */
        allowGrowth: boolean;

        /** GPUOptions allocatorType. */
        allocatorType: string;

        /** GPUOptions deferredDeletionBytes. */
        deferredDeletionBytes: number;

        /** GPUOptions visibleDeviceList. */
        visibleDeviceList: string;

        /** GPUOptions pollingActiveDelayUsecs. */
        pollingActiveDelayUsecs: number;

        /** GPUOptions pollingInactiveDelayMsecs. */
        pollingInactiveDelayMsecs: number;

        /** GPUOptions forceGpuCompatible. */
        forceGpuCompatible: boolean;

        /** GPUOptions experimental. */
        experimental?: (tensorboard.GPUOptions.Experimental.$Properties|null);

        /**
         * Creates a new GPUOptions instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GPUOptions instance
         */
        static create(properties: tensorboard.GPUOptions.$Shape): tensorboard.GPUOptions & tensorboard.GPUOptions.$Shape;
        static create(properties?: tensorboard.GPUOptions.$Properties): tensorboard.GPUOptions;

        /**
         * Encodes the specified GPUOptions message. Does not implicitly {@link tensorboard.GPUOptions.verify|verify} messages.
         * @param message GPUOptions message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.GPUOptions.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GPUOptions message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.GPUOptions & tensorboard.GPUOptions.$Shape} GPUOptions
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.GPUOptions & tensorboard.GPUOptions.$Shape;
    }

    namespace GPUOptions {

        /** Properties of a GPUOptions. */
        interface $Properties {

            /** GPUOptions perProcessGpuMemoryFraction */
            perProcessGpuMemoryFraction?: (number|null);

            /** GPUOptions allowGrowth */
            allowGrowth?: (boolean|null);

            /** GPUOptions allocatorType */
            allocatorType?: (string|null);

            /** GPUOptions deferredDeletionBytes */
            deferredDeletionBytes?: (number|null);

            /** GPUOptions visibleDeviceList */
            visibleDeviceList?: (string|null);

            /** GPUOptions pollingActiveDelayUsecs */
            pollingActiveDelayUsecs?: (number|null);

            /** GPUOptions pollingInactiveDelayMsecs */
            pollingInactiveDelayMsecs?: (number|null);

            /** GPUOptions forceGpuCompatible */
            forceGpuCompatible?: (boolean|null);

            /** GPUOptions experimental */
            experimental?: (tensorboard.GPUOptions.Experimental.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GPUOptions. */
        type $Shape = tensorboard.GPUOptions.$Properties;

        /**
         * Properties of an Experimental.
         * @deprecated Use tensorboard.GPUOptions.Experimental.$Properties instead.
         */
        interface IExperimental extends tensorboard.GPUOptions.Experimental.$Properties {
        }

        /** Represents an Experimental. */
        class Experimental {

            /**
             * Constructs a new Experimental.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.GPUOptions.Experimental.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Experimental virtualDevices. */
            virtualDevices: tensorboard.GPUOptions.Experimental.VirtualDevices.$Properties[];

            /** Experimental numVirtualDevicesPerGpu. */
            numVirtualDevicesPerGpu: number;

            /** Experimental useUnifiedMemory. */
            useUnifiedMemory: boolean;

            /** Experimental numDevToDevCopyStreams. */
            numDevToDevCopyStreams: number;

            /** Experimental collectiveRingOrder. */
            collectiveRingOrder: string;

            /** Experimental timestampedAllocator. */
            timestampedAllocator: boolean;

            /** Experimental kernelTrackerMaxInterval. */
            kernelTrackerMaxInterval: number;

            /** Experimental kernelTrackerMaxBytes. */
            kernelTrackerMaxBytes: number;

            /** Experimental kernelTrackerMaxPending. */
            kernelTrackerMaxPending: number;

            /** Experimental internalFragmentationFraction. */
            internalFragmentationFraction: number;

            /** Experimental useCudaMallocAsync. */
            useCudaMallocAsync: boolean;

            /** Experimental disallowRetryOnAllocationFailure. */
            disallowRetryOnAllocationFailure: boolean;

            /** Experimental gpuHostMemLimitInMb. */
            gpuHostMemLimitInMb: number;

            /** Experimental gpuHostMemDisallowGrowth. */
            gpuHostMemDisallowGrowth: boolean;

            /** Experimental gpuSystemMemorySizeInMb. */
            gpuSystemMemorySizeInMb: number;

            /** Experimental populatePjrtGpuClientCreationInfo. */
            populatePjrtGpuClientCreationInfo: boolean;

            /** Experimental nodeId. */
            nodeId: number;

            /** Experimental streamMergeOptions. */
            streamMergeOptions?: (tensorboard.GPUOptions.Experimental.StreamMergeOptions.$Properties|null);

            /**
             * Creates a new Experimental instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Experimental instance
             */
            static create(properties: tensorboard.GPUOptions.Experimental.$Shape): tensorboard.GPUOptions.Experimental & tensorboard.GPUOptions.Experimental.$Shape;
            static create(properties?: tensorboard.GPUOptions.Experimental.$Properties): tensorboard.GPUOptions.Experimental;

            /**
             * Encodes the specified Experimental message. Does not implicitly {@link tensorboard.GPUOptions.Experimental.verify|verify} messages.
             * @param message Experimental message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.GPUOptions.Experimental.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Experimental message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.GPUOptions.Experimental & tensorboard.GPUOptions.Experimental.$Shape} Experimental
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.GPUOptions.Experimental & tensorboard.GPUOptions.Experimental.$Shape;
        }

        namespace Experimental {

            /** Properties of an Experimental. */
            interface $Properties {

                /** Experimental virtualDevices */
                virtualDevices?: (tensorboard.GPUOptions.Experimental.VirtualDevices.$Properties[]|null);

                /** Experimental numVirtualDevicesPerGpu */
                numVirtualDevicesPerGpu?: (number|null);

                /** Experimental useUnifiedMemory */
                useUnifiedMemory?: (boolean|null);

                /** Experimental numDevToDevCopyStreams */
                numDevToDevCopyStreams?: (number|null);

                /** Experimental collectiveRingOrder */
                collectiveRingOrder?: (string|null);

                /** Experimental timestampedAllocator */
                timestampedAllocator?: (boolean|null);

                /** Experimental kernelTrackerMaxInterval */
                kernelTrackerMaxInterval?: (number|null);

                /** Experimental kernelTrackerMaxBytes */
                kernelTrackerMaxBytes?: (number|null);

                /** Experimental kernelTrackerMaxPending */
                kernelTrackerMaxPending?: (number|null);

                /** Experimental internalFragmentationFraction */
                internalFragmentationFraction?: (number|null);

                /** Experimental useCudaMallocAsync */
                useCudaMallocAsync?: (boolean|null);

                /** Experimental disallowRetryOnAllocationFailure */
                disallowRetryOnAllocationFailure?: (boolean|null);

                /** Experimental gpuHostMemLimitInMb */
                gpuHostMemLimitInMb?: (number|null);

                /** Experimental gpuHostMemDisallowGrowth */
                gpuHostMemDisallowGrowth?: (boolean|null);

                /** Experimental gpuSystemMemorySizeInMb */
                gpuSystemMemorySizeInMb?: (number|null);

                /** Experimental populatePjrtGpuClientCreationInfo */
                populatePjrtGpuClientCreationInfo?: (boolean|null);

                /** Experimental nodeId */
                nodeId?: (number|null);

                /** Experimental streamMergeOptions */
                streamMergeOptions?: (tensorboard.GPUOptions.Experimental.StreamMergeOptions.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Experimental. */
            type $Shape = tensorboard.GPUOptions.Experimental.$Properties;

            /**
             * Properties of a VirtualDevices.
             * @deprecated Use tensorboard.GPUOptions.Experimental.VirtualDevices.$Properties instead.
             */
            interface IVirtualDevices extends tensorboard.GPUOptions.Experimental.VirtualDevices.$Properties {
            }

            /** Represents a VirtualDevices. */
            class VirtualDevices {

                /**
                 * Constructs a new VirtualDevices.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: tensorboard.GPUOptions.Experimental.VirtualDevices.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** VirtualDevices memoryLimitMb. */
                memoryLimitMb: number[];

                /** VirtualDevices priority. */
                priority: number[];

                /** VirtualDevices deviceOrdinal. */
                deviceOrdinal: number[];

                /**
                 * Creates a new VirtualDevices instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns VirtualDevices instance
                 */
                static create(properties: tensorboard.GPUOptions.Experimental.VirtualDevices.$Shape): tensorboard.GPUOptions.Experimental.VirtualDevices & tensorboard.GPUOptions.Experimental.VirtualDevices.$Shape;
                static create(properties?: tensorboard.GPUOptions.Experimental.VirtualDevices.$Properties): tensorboard.GPUOptions.Experimental.VirtualDevices;

                /**
                 * Encodes the specified VirtualDevices message. Does not implicitly {@link tensorboard.GPUOptions.Experimental.VirtualDevices.verify|verify} messages.
                 * @param message VirtualDevices message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: tensorboard.GPUOptions.Experimental.VirtualDevices.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a VirtualDevices message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {tensorboard.GPUOptions.Experimental.VirtualDevices & tensorboard.GPUOptions.Experimental.VirtualDevices.$Shape} VirtualDevices
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.GPUOptions.Experimental.VirtualDevices & tensorboard.GPUOptions.Experimental.VirtualDevices.$Shape;
            }

            namespace VirtualDevices {

                /** Properties of a VirtualDevices. */
                interface $Properties {

                    /** VirtualDevices memoryLimitMb */
                    memoryLimitMb?: (number[]|null);

                    /** VirtualDevices priority */
                    priority?: (number[]|null);

                    /** VirtualDevices deviceOrdinal */
                    deviceOrdinal?: (number[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a VirtualDevices. */
                type $Shape = tensorboard.GPUOptions.Experimental.VirtualDevices.$Properties;
            }

            /**
             * Properties of a StreamMergeOptions.
             * @deprecated Use tensorboard.GPUOptions.Experimental.StreamMergeOptions.$Properties instead.
             */
            interface IStreamMergeOptions extends tensorboard.GPUOptions.Experimental.StreamMergeOptions.$Properties {
            }

            /** Represents a StreamMergeOptions. */
            class StreamMergeOptions {

                /**
                 * Constructs a new StreamMergeOptions.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: tensorboard.GPUOptions.Experimental.StreamMergeOptions.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** StreamMergeOptions mergeHostToDeviceStream. */
                mergeHostToDeviceStream: boolean;

                /** StreamMergeOptions mergeDeviceToHostStream. */
                mergeDeviceToHostStream: boolean;

                /** StreamMergeOptions mergeDeviceToDeviceStream. */
                mergeDeviceToDeviceStream: boolean;

                /**
                 * Creates a new StreamMergeOptions instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns StreamMergeOptions instance
                 */
                static create(properties: tensorboard.GPUOptions.Experimental.StreamMergeOptions.$Shape): tensorboard.GPUOptions.Experimental.StreamMergeOptions & tensorboard.GPUOptions.Experimental.StreamMergeOptions.$Shape;
                static create(properties?: tensorboard.GPUOptions.Experimental.StreamMergeOptions.$Properties): tensorboard.GPUOptions.Experimental.StreamMergeOptions;

                /**
                 * Encodes the specified StreamMergeOptions message. Does not implicitly {@link tensorboard.GPUOptions.Experimental.StreamMergeOptions.verify|verify} messages.
                 * @param message StreamMergeOptions message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: tensorboard.GPUOptions.Experimental.StreamMergeOptions.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a StreamMergeOptions message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {tensorboard.GPUOptions.Experimental.StreamMergeOptions & tensorboard.GPUOptions.Experimental.StreamMergeOptions.$Shape} StreamMergeOptions
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.GPUOptions.Experimental.StreamMergeOptions & tensorboard.GPUOptions.Experimental.StreamMergeOptions.$Shape;
            }

            namespace StreamMergeOptions {

                /** Properties of a StreamMergeOptions. */
                interface $Properties {

                    /** StreamMergeOptions mergeHostToDeviceStream */
                    mergeHostToDeviceStream?: (boolean|null);

                    /** StreamMergeOptions mergeDeviceToHostStream */
                    mergeDeviceToHostStream?: (boolean|null);

                    /** StreamMergeOptions mergeDeviceToDeviceStream */
                    mergeDeviceToDeviceStream?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a StreamMergeOptions. */
                type $Shape = tensorboard.GPUOptions.Experimental.StreamMergeOptions.$Properties;
            }
        }
    }

    /**
     * Properties of an OptimizerOptions.
     * @deprecated Use tensorboard.OptimizerOptions.$Properties instead.
     */
    interface IOptimizerOptions extends tensorboard.OptimizerOptions.$Properties {
    }

    /** Represents an OptimizerOptions. */
    class OptimizerOptions {

        /**
         * Constructs a new OptimizerOptions.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.OptimizerOptions.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** OptimizerOptions doCommonSubexpressionElimination. */
        doCommonSubexpressionElimination: boolean;

        /** OptimizerOptions doConstantFolding. */
        doConstantFolding: boolean;

        /** OptimizerOptions maxFoldedConstantInBytes. */
        maxFoldedConstantInBytes: number;

        /** OptimizerOptions doFunctionInlining. */
        doFunctionInlining: boolean;

        /** OptimizerOptions optLevel. */
        optLevel: tensorboard.OptimizerOptions.Level;

        /** OptimizerOptions globalJitLevel. */
        globalJitLevel: tensorboard.OptimizerOptions.GlobalJitLevel;

        /** OptimizerOptions cpuGlobalJit. */
        cpuGlobalJit: boolean;

        /**
         * Creates a new OptimizerOptions instance using the specified properties.
         * @param [properties] Properties to set
         * @returns OptimizerOptions instance
         */
        static create(properties: tensorboard.OptimizerOptions.$Shape): tensorboard.OptimizerOptions & tensorboard.OptimizerOptions.$Shape;
        static create(properties?: tensorboard.OptimizerOptions.$Properties): tensorboard.OptimizerOptions;

        /**
         * Encodes the specified OptimizerOptions message. Does not implicitly {@link tensorboard.OptimizerOptions.verify|verify} messages.
         * @param message OptimizerOptions message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.OptimizerOptions.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an OptimizerOptions message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.OptimizerOptions & tensorboard.OptimizerOptions.$Shape} OptimizerOptions
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.OptimizerOptions & tensorboard.OptimizerOptions.$Shape;
    }

    namespace OptimizerOptions {

        /** Properties of an OptimizerOptions. */
        interface $Properties {

            /** OptimizerOptions doCommonSubexpressionElimination */
            doCommonSubexpressionElimination?: (boolean|null);

            /** OptimizerOptions doConstantFolding */
            doConstantFolding?: (boolean|null);

            /** OptimizerOptions maxFoldedConstantInBytes */
            maxFoldedConstantInBytes?: (number|null);

            /** OptimizerOptions doFunctionInlining */
            doFunctionInlining?: (boolean|null);

            /** OptimizerOptions optLevel */
            optLevel?: (tensorboard.OptimizerOptions.Level|null);

            /** OptimizerOptions globalJitLevel */
            globalJitLevel?: (tensorboard.OptimizerOptions.GlobalJitLevel|null);

            /** OptimizerOptions cpuGlobalJit */
            cpuGlobalJit?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an OptimizerOptions. */
        type $Shape = tensorboard.OptimizerOptions.$Properties;

        /** Level enum. */
        enum Level {

            /** L1 value */
            L1 = 0,

            /** L0 value */
            L0 = -1
        }

        /** GlobalJitLevel enum. */
        enum GlobalJitLevel {

            /** DEFAULT value */
            DEFAULT = 0,

            /** OFF value */
            OFF = -1,

            /** ON_1 value */
            ON_1 = 1,

            /** ON_2 value */
            ON_2 = 2
        }
    }

    /**
     * Properties of a GraphOptions.
     * @deprecated Use tensorboard.GraphOptions.$Properties instead.
     */
    interface IGraphOptions extends tensorboard.GraphOptions.$Properties {
    }

    /** Represents a GraphOptions. */
    class GraphOptions {

        /**
         * Constructs a new GraphOptions.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.GraphOptions.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GraphOptions enableRecvScheduling. */
        enableRecvScheduling: boolean;

        /** GraphOptions optimizerOptions. */
        optimizerOptions?: (tensorboard.OptimizerOptions.$Properties|null);

        /** GraphOptions buildCostModel. */
        buildCostModel: number;

        /** GraphOptions buildCostModelAfter. */
        buildCostModelAfter: number;

        /** GraphOptions inferShapes. */
        inferShapes: boolean;

        /** GraphOptions placePrunedGraph. */
        placePrunedGraph: boolean;

        /** GraphOptions enableBfloat16Sendrecv. */
        enableBfloat16Sendrecv: boolean;

        /** GraphOptions timelineStep. */
        timelineStep: number;

        /** GraphOptions rewriteOptions. */
        rewriteOptions?: (tensorboard.RewriterConfig.$Properties|null);

        /**
         * Creates a new GraphOptions instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GraphOptions instance
         */
        static create(properties: tensorboard.GraphOptions.$Shape): tensorboard.GraphOptions & tensorboard.GraphOptions.$Shape;
        static create(properties?: tensorboard.GraphOptions.$Properties): tensorboard.GraphOptions;

        /**
         * Encodes the specified GraphOptions message. Does not implicitly {@link tensorboard.GraphOptions.verify|verify} messages.
         * @param message GraphOptions message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.GraphOptions.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GraphOptions message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.GraphOptions & tensorboard.GraphOptions.$Shape} GraphOptions
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.GraphOptions & tensorboard.GraphOptions.$Shape;
    }

    namespace GraphOptions {

        /** Properties of a GraphOptions. */
        interface $Properties {

            /** GraphOptions enableRecvScheduling */
            enableRecvScheduling?: (boolean|null);

            /** GraphOptions optimizerOptions */
            optimizerOptions?: (tensorboard.OptimizerOptions.$Properties|null);

            /** GraphOptions buildCostModel */
            buildCostModel?: (number|null);

            /** GraphOptions buildCostModelAfter */
            buildCostModelAfter?: (number|null);

            /** GraphOptions inferShapes */
            inferShapes?: (boolean|null);

            /** GraphOptions placePrunedGraph */
            placePrunedGraph?: (boolean|null);

            /** GraphOptions enableBfloat16Sendrecv */
            enableBfloat16Sendrecv?: (boolean|null);

            /** GraphOptions timelineStep */
            timelineStep?: (number|null);

            /** GraphOptions rewriteOptions */
            rewriteOptions?: (tensorboard.RewriterConfig.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GraphOptions. */
        type $Shape = {
          enableRecvScheduling?: boolean|null;
          optimizerOptions?: tensorboard.OptimizerOptions.$Shape|null;
          buildCostModel?: number|null;
          buildCostModelAfter?: number|null;
          inferShapes?: boolean|null;
          placePrunedGraph?: boolean|null;
          enableBfloat16Sendrecv?: boolean|null;
          timelineStep?: number|null;
          rewriteOptions?: tensorboard.RewriterConfig.$Shape|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a ThreadPoolOptionProto.
     * @deprecated Use tensorboard.ThreadPoolOptionProto.$Properties instead.
     */
    interface IThreadPoolOptionProto extends tensorboard.ThreadPoolOptionProto.$Properties {
    }

    /** Represents a ThreadPoolOptionProto. */
    class ThreadPoolOptionProto {

        /**
         * Constructs a new ThreadPoolOptionProto.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.ThreadPoolOptionProto.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ThreadPoolOptionProto numThreads. */
        numThreads: number;

        /** ThreadPoolOptionProto globalName. */
        globalName: string;

        /**
         * Creates a new ThreadPoolOptionProto instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ThreadPoolOptionProto instance
         */
        static create(properties: tensorboard.ThreadPoolOptionProto.$Shape): tensorboard.ThreadPoolOptionProto & tensorboard.ThreadPoolOptionProto.$Shape;
        static create(properties?: tensorboard.ThreadPoolOptionProto.$Properties): tensorboard.ThreadPoolOptionProto;

        /**
         * Encodes the specified ThreadPoolOptionProto message. Does not implicitly {@link tensorboard.ThreadPoolOptionProto.verify|verify} messages.
         * @param message ThreadPoolOptionProto message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.ThreadPoolOptionProto.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ThreadPoolOptionProto message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.ThreadPoolOptionProto & tensorboard.ThreadPoolOptionProto.$Shape} ThreadPoolOptionProto
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.ThreadPoolOptionProto & tensorboard.ThreadPoolOptionProto.$Shape;
    }

    namespace ThreadPoolOptionProto {

        /** Properties of a ThreadPoolOptionProto. */
        interface $Properties {

            /** ThreadPoolOptionProto numThreads */
            numThreads?: (number|null);

            /** ThreadPoolOptionProto globalName */
            globalName?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ThreadPoolOptionProto. */
        type $Shape = tensorboard.ThreadPoolOptionProto.$Properties;
    }

    /**
     * Properties of a SessionMetadata.
     * @deprecated Use tensorboard.SessionMetadata.$Properties instead.
     */
    interface ISessionMetadata extends tensorboard.SessionMetadata.$Properties {
    }

    /** Represents a SessionMetadata. */
    class SessionMetadata {

        /**
         * Constructs a new SessionMetadata.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.SessionMetadata.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SessionMetadata name. */
        name: string;

        /** SessionMetadata version. */
        version: number;

        /**
         * Creates a new SessionMetadata instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SessionMetadata instance
         */
        static create(properties: tensorboard.SessionMetadata.$Shape): tensorboard.SessionMetadata & tensorboard.SessionMetadata.$Shape;
        static create(properties?: tensorboard.SessionMetadata.$Properties): tensorboard.SessionMetadata;

        /**
         * Encodes the specified SessionMetadata message. Does not implicitly {@link tensorboard.SessionMetadata.verify|verify} messages.
         * @param message SessionMetadata message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.SessionMetadata.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SessionMetadata message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.SessionMetadata & tensorboard.SessionMetadata.$Shape} SessionMetadata
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.SessionMetadata & tensorboard.SessionMetadata.$Shape;
    }

    namespace SessionMetadata {

        /** Properties of a SessionMetadata. */
        interface $Properties {

            /** SessionMetadata name */
            name?: (string|null);

            /** SessionMetadata version */
            version?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SessionMetadata. */
        type $Shape = tensorboard.SessionMetadata.$Properties;
    }

    /**
     * Properties of a ConfigProto.
     * @deprecated Use tensorboard.ConfigProto.$Properties instead.
     */
    interface IConfigProto extends tensorboard.ConfigProto.$Properties {
    }

    /** Represents a ConfigProto. */
    class ConfigProto {

        /**
         * Constructs a new ConfigProto.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.ConfigProto.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ConfigProto deviceCount. */
        deviceCount: { [k: string]: number };

        /** ConfigProto intraOpParallelismThreads. */
        intraOpParallelismThreads: number;

        /** ConfigProto interOpParallelismThreads. */
        interOpParallelismThreads: number;

        /** ConfigProto usePerSessionThreads. */
        usePerSessionThreads: boolean;

        /** ConfigProto sessionInterOpThreadPool. */
        sessionInterOpThreadPool: tensorboard.ThreadPoolOptionProto.$Properties[];

        /** ConfigProto placementPeriod. */
        placementPeriod: number;

        /** ConfigProto deviceFilters. */
        deviceFilters: string[];

        /** ConfigProto gpuOptions. */
        gpuOptions?: (tensorboard.GPUOptions.$Properties|null);

        /** ConfigProto pluggableDeviceOptions. */
        pluggableDeviceOptions?: (tensorboard.GPUOptions.$Properties|null);

        /** ConfigProto allowSoftPlacement. */
        allowSoftPlacement: boolean;

        /** ConfigProto logDevicePlacement. */
        logDevicePlacement: boolean;

        /** ConfigProto graphOptions. */
        graphOptions?: (tensorboard.GraphOptions.$Properties|null);

        /** ConfigProto operationTimeoutInMs. */
        operationTimeoutInMs: number;

        /** ConfigProto rpcOptions. */
        rpcOptions?: (tensorboard.RPCOptions.$Properties|null);

        /** ConfigProto clusterDef. */
        clusterDef?: (tensorboard.ClusterDef.$Properties|null);

        /** ConfigProto isolateSessionState. */
        isolateSessionState: boolean;

        /** ConfigProto shareClusterDevicesInSession. */
        shareClusterDevicesInSession: boolean;

        /** ConfigProto experimental. */
        experimental?: (tensorboard.ConfigProto.Experimental.$Properties|null);

        /**
         * Creates a new ConfigProto instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ConfigProto instance
         */
        static create(properties: tensorboard.ConfigProto.$Shape): tensorboard.ConfigProto & tensorboard.ConfigProto.$Shape;
        static create(properties?: tensorboard.ConfigProto.$Properties): tensorboard.ConfigProto;

        /**
         * Encodes the specified ConfigProto message. Does not implicitly {@link tensorboard.ConfigProto.verify|verify} messages.
         * @param message ConfigProto message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.ConfigProto.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ConfigProto message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.ConfigProto & tensorboard.ConfigProto.$Shape} ConfigProto
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.ConfigProto & tensorboard.ConfigProto.$Shape;
    }

    namespace ConfigProto {

        /** Properties of a ConfigProto. */
        interface $Properties {

            /** ConfigProto deviceCount */
            deviceCount?: ({ [k: string]: number }|null);

            /** ConfigProto intraOpParallelismThreads */
            intraOpParallelismThreads?: (number|null);

            /** ConfigProto interOpParallelismThreads */
            interOpParallelismThreads?: (number|null);

            /** ConfigProto usePerSessionThreads */
            usePerSessionThreads?: (boolean|null);

            /** ConfigProto sessionInterOpThreadPool */
            sessionInterOpThreadPool?: (tensorboard.ThreadPoolOptionProto.$Properties[]|null);

            /** ConfigProto placementPeriod */
            placementPeriod?: (number|null);

            /** ConfigProto deviceFilters */
            deviceFilters?: (string[]|null);

            /** ConfigProto gpuOptions */
            gpuOptions?: (tensorboard.GPUOptions.$Properties|null);

            /** ConfigProto pluggableDeviceOptions */
            pluggableDeviceOptions?: (tensorboard.GPUOptions.$Properties|null);

            /** ConfigProto allowSoftPlacement */
            allowSoftPlacement?: (boolean|null);

            /** ConfigProto logDevicePlacement */
            logDevicePlacement?: (boolean|null);

            /** ConfigProto graphOptions */
            graphOptions?: (tensorboard.GraphOptions.$Properties|null);

            /** ConfigProto operationTimeoutInMs */
            operationTimeoutInMs?: (number|null);

            /** ConfigProto rpcOptions */
            rpcOptions?: (tensorboard.RPCOptions.$Properties|null);

            /** ConfigProto clusterDef */
            clusterDef?: (tensorboard.ClusterDef.$Properties|null);

            /** ConfigProto isolateSessionState */
            isolateSessionState?: (boolean|null);

            /** ConfigProto shareClusterDevicesInSession */
            shareClusterDevicesInSession?: (boolean|null);

            /** ConfigProto experimental */
            experimental?: (tensorboard.ConfigProto.Experimental.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ConfigProto. */
        type $Shape = {
          deviceCount?: { [k: string]: number }|null;
          intraOpParallelismThreads?: number|null;
          interOpParallelismThreads?: number|null;
          usePerSessionThreads?: boolean|null;
          sessionInterOpThreadPool?: tensorboard.ThreadPoolOptionProto.$Shape[]|null;
          placementPeriod?: number|null;
          deviceFilters?: string[]|null;
          gpuOptions?: tensorboard.GPUOptions.$Shape|null;
          pluggableDeviceOptions?: tensorboard.GPUOptions.$Shape|null;
          allowSoftPlacement?: boolean|null;
          logDevicePlacement?: boolean|null;
          graphOptions?: tensorboard.GraphOptions.$Shape|null;
          operationTimeoutInMs?: number|null;
          rpcOptions?: tensorboard.RPCOptions.$Shape|null;
          clusterDef?: tensorboard.ClusterDef.$Shape|null;
          isolateSessionState?: boolean|null;
          shareClusterDevicesInSession?: boolean|null;
          experimental?: tensorboard.ConfigProto.Experimental.$Shape|null;
          $unknowns?: Uint8Array[];
        };

        /**
         * Properties of an Experimental.
         * @deprecated Use tensorboard.ConfigProto.Experimental.$Properties instead.
         */
        interface IExperimental extends tensorboard.ConfigProto.Experimental.$Properties {
        }

        /** Represents an Experimental. */
        class Experimental {

            /**
             * Constructs a new Experimental.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.ConfigProto.Experimental.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Experimental collectiveGroupLeader. */
            collectiveGroupLeader: string;

            /** Experimental executorType. */
            executorType: string;

            /** Experimental recvBufMaxChunk. */
            recvBufMaxChunk: number;

            /** Experimental useNumaAffinity. */
            useNumaAffinity: boolean;

            /** Experimental collectiveDeterministicSequentialExecution. */
            collectiveDeterministicSequentialExecution: boolean;

            /** Experimental collectiveNccl. */
            collectiveNccl: boolean;

            /** Experimental shareSessionStateInClusterspecPropagation. */
            shareSessionStateInClusterspecPropagation: boolean;

            /** Experimental disableThreadSpinning. */
            disableThreadSpinning: boolean;

            /** Experimental shareClusterDevicesInSession. */
            shareClusterDevicesInSession: boolean;

            /** Experimental sessionMetadata. */
            sessionMetadata?: (tensorboard.SessionMetadata.$Properties|null);

            /** Experimental optimizeForStaticGraph. */
            optimizeForStaticGraph: boolean;

            /** Experimental enableMlirBridge. */
            enableMlirBridge: boolean;

            /** Experimental mlirBridgeRollout. */
            mlirBridgeRollout: tensorboard.ConfigProto.Experimental.MlirBridgeRollout;

            /** Experimental enableMlirGraphOptimization. */
            enableMlirGraphOptimization: boolean;

            /** Experimental disableOutputPartitionGraphs. */
            disableOutputPartitionGraphs: boolean;

            /** Experimental xlaFusionAutotunerThresh. */
            xlaFusionAutotunerThresh: number;

            /** Experimental useTfrt. */
            useTfrt: boolean;

            /** Experimental enableMultiHost. */
            enableMultiHost: boolean;

            /** Experimental tfrtUseIfrt. */
            tfrtUseIfrt: boolean;

            /** Experimental backendServerPort. */
            backendServerPort: number;

            /** Experimental targetTpu. */
            targetTpu: boolean;

            /** Experimental targetGpu. */
            targetGpu: boolean;

            /** Experimental streamMergeThreshold. */
            streamMergeThreshold: number;

            /** Experimental disableFunctionalOpsLowering. */
            disableFunctionalOpsLowering: boolean;

            /** Experimental xlaPreferSingleGraphCluster. */
            xlaPreferSingleGraphCluster: boolean;

            /** Experimental coordinationConfig. */
            coordinationConfig?: (tensorboard.CoordinationServiceConfig.$Properties|null);

            /** Experimental disableOptimizeForStaticGraph. */
            disableOptimizeForStaticGraph: boolean;

            /** Experimental disableEagerExecutorStreamingEnqueue. */
            disableEagerExecutorStreamingEnqueue: boolean;

            /** Experimental finalizeFunctionLibraryRuntime. */
            finalizeFunctionLibraryRuntime: boolean;

            /** Experimental finalizeResourceManager. */
            finalizeResourceManager: boolean;

            /** Experimental tf2xlaDumpDir. */
            tf2xlaDumpDir: string;

            /** Experimental onlineCostAnalysis. */
            onlineCostAnalysis: boolean;

            /**
             * Creates a new Experimental instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Experimental instance
             */
            static create(properties: tensorboard.ConfigProto.Experimental.$Shape): tensorboard.ConfigProto.Experimental & tensorboard.ConfigProto.Experimental.$Shape;
            static create(properties?: tensorboard.ConfigProto.Experimental.$Properties): tensorboard.ConfigProto.Experimental;

            /**
             * Encodes the specified Experimental message. Does not implicitly {@link tensorboard.ConfigProto.Experimental.verify|verify} messages.
             * @param message Experimental message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.ConfigProto.Experimental.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Experimental message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.ConfigProto.Experimental & tensorboard.ConfigProto.Experimental.$Shape} Experimental
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.ConfigProto.Experimental & tensorboard.ConfigProto.Experimental.$Shape;
        }

        namespace Experimental {

            /** Properties of an Experimental. */
            interface $Properties {

                /** Experimental collectiveGroupLeader */
                collectiveGroupLeader?: (string|null);

                /** Experimental executorType */
                executorType?: (string|null);

                /** Experimental recvBufMaxChunk */
                recvBufMaxChunk?: (number|null);

                /** Experimental useNumaAffinity */
                useNumaAffinity?: (boolean|null);

                /** Experimental collectiveDeterministicSequentialExecution */
                collectiveDeterministicSequentialExecution?: (boolean|null);

                /** Experimental collectiveNccl */
                collectiveNccl?: (boolean|null);

                /** Experimental shareSessionStateInClusterspecPropagation */
                shareSessionStateInClusterspecPropagation?: (boolean|null);

                /** Experimental disableThreadSpinning */
                disableThreadSpinning?: (boolean|null);

                /** Experimental shareClusterDevicesInSession */
                shareClusterDevicesInSession?: (boolean|null);

                /** Experimental sessionMetadata */
                sessionMetadata?: (tensorboard.SessionMetadata.$Properties|null);

                /** Experimental optimizeForStaticGraph */
                optimizeForStaticGraph?: (boolean|null);

                /** Experimental enableMlirBridge */
                enableMlirBridge?: (boolean|null);

                /** Experimental mlirBridgeRollout */
                mlirBridgeRollout?: (tensorboard.ConfigProto.Experimental.MlirBridgeRollout|null);

                /** Experimental enableMlirGraphOptimization */
                enableMlirGraphOptimization?: (boolean|null);

                /** Experimental disableOutputPartitionGraphs */
                disableOutputPartitionGraphs?: (boolean|null);

                /** Experimental xlaFusionAutotunerThresh */
                xlaFusionAutotunerThresh?: (number|null);

                /** Experimental useTfrt */
                useTfrt?: (boolean|null);

                /** Experimental enableMultiHost */
                enableMultiHost?: (boolean|null);

                /** Experimental tfrtUseIfrt */
                tfrtUseIfrt?: (boolean|null);

                /** Experimental backendServerPort */
                backendServerPort?: (number|null);

                /** Experimental targetTpu */
                targetTpu?: (boolean|null);

                /** Experimental targetGpu */
                targetGpu?: (boolean|null);

                /** Experimental streamMergeThreshold */
                streamMergeThreshold?: (number|null);

                /** Experimental disableFunctionalOpsLowering */
                disableFunctionalOpsLowering?: (boolean|null);

                /** Experimental xlaPreferSingleGraphCluster */
                xlaPreferSingleGraphCluster?: (boolean|null);

                /** Experimental coordinationConfig */
                coordinationConfig?: (tensorboard.CoordinationServiceConfig.$Properties|null);

                /** Experimental disableOptimizeForStaticGraph */
                disableOptimizeForStaticGraph?: (boolean|null);

                /** Experimental disableEagerExecutorStreamingEnqueue */
                disableEagerExecutorStreamingEnqueue?: (boolean|null);

                /** Experimental finalizeFunctionLibraryRuntime */
                finalizeFunctionLibraryRuntime?: (boolean|null);

                /** Experimental finalizeResourceManager */
                finalizeResourceManager?: (boolean|null);

                /** Experimental tf2xlaDumpDir */
                tf2xlaDumpDir?: (string|null);

                /** Experimental onlineCostAnalysis */
                onlineCostAnalysis?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Experimental. */
            type $Shape = tensorboard.ConfigProto.Experimental.$Properties;

            /** MlirBridgeRollout enum. */
            enum MlirBridgeRollout {

                /** MLIR_BRIDGE_ROLLOUT_UNSPECIFIED value */
                MLIR_BRIDGE_ROLLOUT_UNSPECIFIED = 0,

                /** MLIR_BRIDGE_ROLLOUT_ENABLED value */
                MLIR_BRIDGE_ROLLOUT_ENABLED = 1,

                /** MLIR_BRIDGE_ROLLOUT_DISABLED value */
                MLIR_BRIDGE_ROLLOUT_DISABLED = 2
            }
        }
    }

    /**
     * Properties of a RunOptions.
     * @deprecated Use tensorboard.RunOptions.$Properties instead.
     */
    interface IRunOptions extends tensorboard.RunOptions.$Properties {
    }

    /** Represents a RunOptions. */
    class RunOptions {

        /**
         * Constructs a new RunOptions.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.RunOptions.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RunOptions traceLevel. */
        traceLevel: tensorboard.RunOptions.TraceLevel;

        /** RunOptions timeoutInMs. */
        timeoutInMs: number;

        /** RunOptions interOpThreadPool. */
        interOpThreadPool: number;

        /** RunOptions outputPartitionGraphs. */
        outputPartitionGraphs: boolean;

        /** RunOptions debugOptions. */
        debugOptions?: (tensorboard.DebugOptions.$Properties|null);

        /** RunOptions reportTensorAllocationsUponOom. */
        reportTensorAllocationsUponOom: boolean;

        /** RunOptions experimental. */
        experimental?: (tensorboard.RunOptions.Experimental.$Properties|null);

        /**
         * Creates a new RunOptions instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RunOptions instance
         */
        static create(properties: tensorboard.RunOptions.$Shape): tensorboard.RunOptions & tensorboard.RunOptions.$Shape;
        static create(properties?: tensorboard.RunOptions.$Properties): tensorboard.RunOptions;

        /**
         * Encodes the specified RunOptions message. Does not implicitly {@link tensorboard.RunOptions.verify|verify} messages.
         * @param message RunOptions message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.RunOptions.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RunOptions message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.RunOptions & tensorboard.RunOptions.$Shape} RunOptions
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.RunOptions & tensorboard.RunOptions.$Shape;
    }

    namespace RunOptions {

        /** Properties of a RunOptions. */
        interface $Properties {

            /** RunOptions traceLevel */
            traceLevel?: (tensorboard.RunOptions.TraceLevel|null);

            /** RunOptions timeoutInMs */
            timeoutInMs?: (number|null);

            /** RunOptions interOpThreadPool */
            interOpThreadPool?: (number|null);

            /** RunOptions outputPartitionGraphs */
            outputPartitionGraphs?: (boolean|null);

            /** RunOptions debugOptions */
            debugOptions?: (tensorboard.DebugOptions.$Properties|null);

            /** RunOptions reportTensorAllocationsUponOom */
            reportTensorAllocationsUponOom?: (boolean|null);

            /** RunOptions experimental */
            experimental?: (tensorboard.RunOptions.Experimental.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RunOptions. */
        type $Shape = tensorboard.RunOptions.$Properties;

        /**
         * Properties of an Experimental.
         * @deprecated Use tensorboard.RunOptions.Experimental.$Properties instead.
         */
        interface IExperimental extends tensorboard.RunOptions.Experimental.$Properties {
        }

        /** Represents an Experimental. */
        class Experimental {

            /**
             * Constructs a new Experimental.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.RunOptions.Experimental.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Experimental collectiveGraphKey. */
            collectiveGraphKey: number;

            /** Experimental useRunHandlerPool. */
            useRunHandlerPool: boolean;

            /** Experimental runHandlerPoolOptions. */
            runHandlerPoolOptions?: (tensorboard.RunOptions.Experimental.RunHandlerPoolOptions.$Properties|null);

            /**
             * Creates a new Experimental instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Experimental instance
             */
            static create(properties: tensorboard.RunOptions.Experimental.$Shape): tensorboard.RunOptions.Experimental & tensorboard.RunOptions.Experimental.$Shape;
            static create(properties?: tensorboard.RunOptions.Experimental.$Properties): tensorboard.RunOptions.Experimental;

            /**
             * Encodes the specified Experimental message. Does not implicitly {@link tensorboard.RunOptions.Experimental.verify|verify} messages.
             * @param message Experimental message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.RunOptions.Experimental.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Experimental message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.RunOptions.Experimental & tensorboard.RunOptions.Experimental.$Shape} Experimental
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.RunOptions.Experimental & tensorboard.RunOptions.Experimental.$Shape;
        }

        namespace Experimental {

            /** Properties of an Experimental. */
            interface $Properties {

                /** Experimental collectiveGraphKey */
                collectiveGraphKey?: (number|null);

                /** Experimental useRunHandlerPool */
                useRunHandlerPool?: (boolean|null);

                /** Experimental runHandlerPoolOptions */
                runHandlerPoolOptions?: (tensorboard.RunOptions.Experimental.RunHandlerPoolOptions.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Experimental. */
            type $Shape = tensorboard.RunOptions.Experimental.$Properties;

            /**
             * Properties of a RunHandlerPoolOptions.
             * @deprecated Use tensorboard.RunOptions.Experimental.RunHandlerPoolOptions.$Properties instead.
             */
            interface IRunHandlerPoolOptions extends tensorboard.RunOptions.Experimental.RunHandlerPoolOptions.$Properties {
            }

            /** Represents a RunHandlerPoolOptions. */
            class RunHandlerPoolOptions {

                /**
                 * Constructs a new RunHandlerPoolOptions.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: tensorboard.RunOptions.Experimental.RunHandlerPoolOptions.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RunHandlerPoolOptions priority. */
                priority: number;

                /**
                 * Creates a new RunHandlerPoolOptions instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns RunHandlerPoolOptions instance
                 */
                static create(properties: tensorboard.RunOptions.Experimental.RunHandlerPoolOptions.$Shape): tensorboard.RunOptions.Experimental.RunHandlerPoolOptions & tensorboard.RunOptions.Experimental.RunHandlerPoolOptions.$Shape;
                static create(properties?: tensorboard.RunOptions.Experimental.RunHandlerPoolOptions.$Properties): tensorboard.RunOptions.Experimental.RunHandlerPoolOptions;

                /**
                 * Encodes the specified RunHandlerPoolOptions message. Does not implicitly {@link tensorboard.RunOptions.Experimental.RunHandlerPoolOptions.verify|verify} messages.
                 * @param message RunHandlerPoolOptions message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: tensorboard.RunOptions.Experimental.RunHandlerPoolOptions.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RunHandlerPoolOptions message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {tensorboard.RunOptions.Experimental.RunHandlerPoolOptions & tensorboard.RunOptions.Experimental.RunHandlerPoolOptions.$Shape} RunHandlerPoolOptions
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.RunOptions.Experimental.RunHandlerPoolOptions & tensorboard.RunOptions.Experimental.RunHandlerPoolOptions.$Shape;
            }

            namespace RunHandlerPoolOptions {

                /** Properties of a RunHandlerPoolOptions. */
                interface $Properties {

                    /** RunHandlerPoolOptions priority */
                    priority?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RunHandlerPoolOptions. */
                type $Shape = tensorboard.RunOptions.Experimental.RunHandlerPoolOptions.$Properties;
            }
        }

        /** TraceLevel enum. */
        enum TraceLevel {

            /** NO_TRACE value */
            NO_TRACE = 0,

            /** SOFTWARE_TRACE value */
            SOFTWARE_TRACE = 1,

            /** HARDWARE_TRACE value */
            HARDWARE_TRACE = 2,

            /** FULL_TRACE value */
            FULL_TRACE = 3
        }
    }

    /**
     * Properties of a RunMetadata.
     * @deprecated Use tensorboard.RunMetadata.$Properties instead.
     */
    interface IRunMetadata extends tensorboard.RunMetadata.$Properties {
    }

    /** Represents a RunMetadata. */
    class RunMetadata {

        /**
         * Constructs a new RunMetadata.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.RunMetadata.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RunMetadata stepStats. */
        stepStats?: (tensorboard.StepStats.$Properties|null);

        /** RunMetadata costGraph. */
        costGraph?: (tensorboard.CostGraphDef.$Properties|null);

        /** RunMetadata partitionGraphs. */
        partitionGraphs: tensorboard.GraphDef.$Properties[];

        /** RunMetadata functionGraphs. */
        functionGraphs: tensorboard.RunMetadata.FunctionGraphs.$Properties[];

        /** RunMetadata sessionMetadata. */
        sessionMetadata?: (tensorboard.SessionMetadata.$Properties|null);

        /**
         * Creates a new RunMetadata instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RunMetadata instance
         */
        static create(properties: tensorboard.RunMetadata.$Shape): tensorboard.RunMetadata & tensorboard.RunMetadata.$Shape;
        static create(properties?: tensorboard.RunMetadata.$Properties): tensorboard.RunMetadata;

        /**
         * Encodes the specified RunMetadata message. Does not implicitly {@link tensorboard.RunMetadata.verify|verify} messages.
         * @param message RunMetadata message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.RunMetadata.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RunMetadata message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.RunMetadata & tensorboard.RunMetadata.$Shape} RunMetadata
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.RunMetadata & tensorboard.RunMetadata.$Shape;
    }

    namespace RunMetadata {

        /** Properties of a RunMetadata. */
        interface $Properties {

            /** RunMetadata stepStats */
            stepStats?: (tensorboard.StepStats.$Properties|null);

            /** RunMetadata costGraph */
            costGraph?: (tensorboard.CostGraphDef.$Properties|null);

            /** RunMetadata partitionGraphs */
            partitionGraphs?: (tensorboard.GraphDef.$Properties[]|null);

            /** RunMetadata functionGraphs */
            functionGraphs?: (tensorboard.RunMetadata.FunctionGraphs.$Properties[]|null);

            /** RunMetadata sessionMetadata */
            sessionMetadata?: (tensorboard.SessionMetadata.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RunMetadata. */
        type $Shape = {
          stepStats?: tensorboard.StepStats.$Shape|null;
          costGraph?: tensorboard.CostGraphDef.$Shape|null;
          partitionGraphs?: tensorboard.GraphDef.$Shape[]|null;
          functionGraphs?: tensorboard.RunMetadata.FunctionGraphs.$Shape[]|null;
          sessionMetadata?: tensorboard.SessionMetadata.$Shape|null;
          $unknowns?: Uint8Array[];
        };

        /**
         * Properties of a FunctionGraphs.
         * @deprecated Use tensorboard.RunMetadata.FunctionGraphs.$Properties instead.
         */
        interface IFunctionGraphs extends tensorboard.RunMetadata.FunctionGraphs.$Properties {
        }

        /** Represents a FunctionGraphs. */
        class FunctionGraphs {

            /**
             * Constructs a new FunctionGraphs.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.RunMetadata.FunctionGraphs.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FunctionGraphs partitionGraphs. */
            partitionGraphs: tensorboard.GraphDef.$Properties[];

            /** FunctionGraphs preOptimizationGraph. */
            preOptimizationGraph?: (tensorboard.GraphDef.$Properties|null);

            /** FunctionGraphs postOptimizationGraph. */
            postOptimizationGraph?: (tensorboard.GraphDef.$Properties|null);

            /**
             * Creates a new FunctionGraphs instance using the specified properties.
             * @param [properties] Properties to set
             * @returns FunctionGraphs instance
             */
            static create(properties: tensorboard.RunMetadata.FunctionGraphs.$Shape): tensorboard.RunMetadata.FunctionGraphs & tensorboard.RunMetadata.FunctionGraphs.$Shape;
            static create(properties?: tensorboard.RunMetadata.FunctionGraphs.$Properties): tensorboard.RunMetadata.FunctionGraphs;

            /**
             * Encodes the specified FunctionGraphs message. Does not implicitly {@link tensorboard.RunMetadata.FunctionGraphs.verify|verify} messages.
             * @param message FunctionGraphs message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.RunMetadata.FunctionGraphs.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FunctionGraphs message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.RunMetadata.FunctionGraphs & tensorboard.RunMetadata.FunctionGraphs.$Shape} FunctionGraphs
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.RunMetadata.FunctionGraphs & tensorboard.RunMetadata.FunctionGraphs.$Shape;
        }

        namespace FunctionGraphs {

            /** Properties of a FunctionGraphs. */
            interface $Properties {

                /** FunctionGraphs partitionGraphs */
                partitionGraphs?: (tensorboard.GraphDef.$Properties[]|null);

                /** FunctionGraphs preOptimizationGraph */
                preOptimizationGraph?: (tensorboard.GraphDef.$Properties|null);

                /** FunctionGraphs postOptimizationGraph */
                postOptimizationGraph?: (tensorboard.GraphDef.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FunctionGraphs. */
            type $Shape = {
              partitionGraphs?: tensorboard.GraphDef.$Shape[]|null;
              preOptimizationGraph?: tensorboard.GraphDef.$Shape|null;
              postOptimizationGraph?: tensorboard.GraphDef.$Shape|null;
              $unknowns?: Uint8Array[];
            };
        }
    }

    /**
     * Properties of a TensorConnection.
     * @deprecated Use tensorboard.TensorConnection.$Properties instead.
     */
    interface ITensorConnection extends tensorboard.TensorConnection.$Properties {
    }

    /** Represents a TensorConnection. */
    class TensorConnection {

        /**
         * Constructs a new TensorConnection.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.TensorConnection.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** TensorConnection fromTensor. */
        fromTensor: string;

        /** TensorConnection toTensor. */
        toTensor: string;

        /**
         * Creates a new TensorConnection instance using the specified properties.
         * @param [properties] Properties to set
         * @returns TensorConnection instance
         */
        static create(properties: tensorboard.TensorConnection.$Shape): tensorboard.TensorConnection & tensorboard.TensorConnection.$Shape;
        static create(properties?: tensorboard.TensorConnection.$Properties): tensorboard.TensorConnection;

        /**
         * Encodes the specified TensorConnection message. Does not implicitly {@link tensorboard.TensorConnection.verify|verify} messages.
         * @param message TensorConnection message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.TensorConnection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a TensorConnection message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.TensorConnection & tensorboard.TensorConnection.$Shape} TensorConnection
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.TensorConnection & tensorboard.TensorConnection.$Shape;
    }

    namespace TensorConnection {

        /** Properties of a TensorConnection. */
        interface $Properties {

            /** TensorConnection fromTensor */
            fromTensor?: (string|null);

            /** TensorConnection toTensor */
            toTensor?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a TensorConnection. */
        type $Shape = tensorboard.TensorConnection.$Properties;
    }

    /**
     * Properties of a CallableOptions.
     * @deprecated Use tensorboard.CallableOptions.$Properties instead.
     */
    interface ICallableOptions extends tensorboard.CallableOptions.$Properties {
    }

    /** Represents a CallableOptions. */
    class CallableOptions {

        /**
         * Constructs a new CallableOptions.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.CallableOptions.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CallableOptions feed. */
        feed: string[];

        /** CallableOptions fetch. */
        fetch: string[];

        /** CallableOptions target. */
        target: string[];

        /** CallableOptions runOptions. */
        runOptions?: (tensorboard.RunOptions.$Properties|null);

        /** CallableOptions tensorConnection. */
        tensorConnection: tensorboard.TensorConnection.$Properties[];

        /** CallableOptions feedDevices. */
        feedDevices: { [k: string]: string };

        /** CallableOptions fetchDevices. */
        fetchDevices: { [k: string]: string };

        /** CallableOptions fetchSkipSync. */
        fetchSkipSync: boolean;

        /**
         * Creates a new CallableOptions instance using the specified properties.
         * @param [properties] Properties to set
         * @returns CallableOptions instance
         */
        static create(properties: tensorboard.CallableOptions.$Shape): tensorboard.CallableOptions & tensorboard.CallableOptions.$Shape;
        static create(properties?: tensorboard.CallableOptions.$Properties): tensorboard.CallableOptions;

        /**
         * Encodes the specified CallableOptions message. Does not implicitly {@link tensorboard.CallableOptions.verify|verify} messages.
         * @param message CallableOptions message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.CallableOptions.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CallableOptions message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.CallableOptions & tensorboard.CallableOptions.$Shape} CallableOptions
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.CallableOptions & tensorboard.CallableOptions.$Shape;
    }

    namespace CallableOptions {

        /** Properties of a CallableOptions. */
        interface $Properties {

            /** CallableOptions feed */
            feed?: (string[]|null);

            /** CallableOptions fetch */
            fetch?: (string[]|null);

            /** CallableOptions target */
            target?: (string[]|null);

            /** CallableOptions runOptions */
            runOptions?: (tensorboard.RunOptions.$Properties|null);

            /** CallableOptions tensorConnection */
            tensorConnection?: (tensorboard.TensorConnection.$Properties[]|null);

            /** CallableOptions feedDevices */
            feedDevices?: ({ [k: string]: string }|null);

            /** CallableOptions fetchDevices */
            fetchDevices?: ({ [k: string]: string }|null);

            /** CallableOptions fetchSkipSync */
            fetchSkipSync?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CallableOptions. */
        type $Shape = tensorboard.CallableOptions.$Properties;
    }

    /**
     * Properties of a BatchingOptions.
     * @deprecated Use tensorboard.BatchingOptions.$Properties instead.
     */
    interface IBatchingOptions extends tensorboard.BatchingOptions.$Properties {
    }

    /** Represents a BatchingOptions. */
    class BatchingOptions {

        /**
         * Constructs a new BatchingOptions.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.BatchingOptions.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** BatchingOptions numBatchThreads. */
        numBatchThreads: number;

        /** BatchingOptions maxBatchSize. */
        maxBatchSize: number;

        /** BatchingOptions batchTimeoutMicros. */
        batchTimeoutMicros: number;

        /** BatchingOptions allowedBatchSizes. */
        allowedBatchSizes: number[];

        /** BatchingOptions maxEnqueuedBatches. */
        maxEnqueuedBatches: number;

        /**
         * Creates a new BatchingOptions instance using the specified properties.
         * @param [properties] Properties to set
         * @returns BatchingOptions instance
         */
        static create(properties: tensorboard.BatchingOptions.$Shape): tensorboard.BatchingOptions & tensorboard.BatchingOptions.$Shape;
        static create(properties?: tensorboard.BatchingOptions.$Properties): tensorboard.BatchingOptions;

        /**
         * Encodes the specified BatchingOptions message. Does not implicitly {@link tensorboard.BatchingOptions.verify|verify} messages.
         * @param message BatchingOptions message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.BatchingOptions.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a BatchingOptions message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.BatchingOptions & tensorboard.BatchingOptions.$Shape} BatchingOptions
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.BatchingOptions & tensorboard.BatchingOptions.$Shape;
    }

    namespace BatchingOptions {

        /** Properties of a BatchingOptions. */
        interface $Properties {

            /** BatchingOptions numBatchThreads */
            numBatchThreads?: (number|null);

            /** BatchingOptions maxBatchSize */
            maxBatchSize?: (number|null);

            /** BatchingOptions batchTimeoutMicros */
            batchTimeoutMicros?: (number|null);

            /** BatchingOptions allowedBatchSizes */
            allowedBatchSizes?: (number[]|null);

            /** BatchingOptions maxEnqueuedBatches */
            maxEnqueuedBatches?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a BatchingOptions. */
        type $Shape = tensorboard.BatchingOptions.$Properties;
    }

    /**
     * Properties of a CoordinatedJob.
     * @deprecated Use tensorboard.CoordinatedJob.$Properties instead.
     */
    interface ICoordinatedJob extends tensorboard.CoordinatedJob.$Properties {
    }

    /** Represents a CoordinatedJob. */
    class CoordinatedJob {

        /**
         * Constructs a new CoordinatedJob.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.CoordinatedJob.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CoordinatedJob name. */
        name: string;

        /** CoordinatedJob numTasks. */
        numTasks: number;

        /**
         * Creates a new CoordinatedJob instance using the specified properties.
         * @param [properties] Properties to set
         * @returns CoordinatedJob instance
         */
        static create(properties: tensorboard.CoordinatedJob.$Shape): tensorboard.CoordinatedJob & tensorboard.CoordinatedJob.$Shape;
        static create(properties?: tensorboard.CoordinatedJob.$Properties): tensorboard.CoordinatedJob;

        /**
         * Encodes the specified CoordinatedJob message. Does not implicitly {@link tensorboard.CoordinatedJob.verify|verify} messages.
         * @param message CoordinatedJob message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.CoordinatedJob.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CoordinatedJob message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.CoordinatedJob & tensorboard.CoordinatedJob.$Shape} CoordinatedJob
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.CoordinatedJob & tensorboard.CoordinatedJob.$Shape;
    }

    namespace CoordinatedJob {

        /** Properties of a CoordinatedJob. */
        interface $Properties {

            /** CoordinatedJob name */
            name?: (string|null);

            /** CoordinatedJob numTasks */
            numTasks?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CoordinatedJob. */
        type $Shape = tensorboard.CoordinatedJob.$Properties;
    }

    /**
     * Properties of a CoordinationServiceConfig.
     * @deprecated Use tensorboard.CoordinationServiceConfig.$Properties instead.
     */
    interface ICoordinationServiceConfig extends tensorboard.CoordinationServiceConfig.$Properties {
    }

    /** Represents a CoordinationServiceConfig. */
    class CoordinationServiceConfig {

        /**
         * Constructs a new CoordinationServiceConfig.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.CoordinationServiceConfig.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CoordinationServiceConfig serviceType. */
        serviceType: string;

        /** CoordinationServiceConfig serviceLeader. */
        serviceLeader: string;

        /** CoordinationServiceConfig enableHealthCheck. */
        enableHealthCheck: boolean;

        /** CoordinationServiceConfig clusterRegisterTimeoutInMs. */
        clusterRegisterTimeoutInMs: number;

        /** CoordinationServiceConfig clusterRegisterWithBarrier. */
        clusterRegisterWithBarrier: boolean;

        /** CoordinationServiceConfig heartbeatTimeoutInMs. */
        heartbeatTimeoutInMs: number;

        /** CoordinationServiceConfig coordinatedJobList. */
        coordinatedJobList: tensorboard.CoordinatedJob.$Properties[];

        /** CoordinationServiceConfig shutdownBarrierTimeoutInMs. */
        shutdownBarrierTimeoutInMs: number;

        /** CoordinationServiceConfig agentDestructionWithoutShutdown. */
        agentDestructionWithoutShutdown: boolean;

        /** CoordinationServiceConfig recoverableJobs. */
        recoverableJobs: string[];

        /** CoordinationServiceConfig allowNewIncarnationToReconnect. */
        allowNewIncarnationToReconnect: boolean;

        /** CoordinationServiceConfig forceDisable. */
        forceDisable: boolean;

        /** CoordinationServiceConfig pollForErrorFromServiceAtStartup. */
        pollForErrorFromServiceAtStartup: boolean;

        /**
         * Creates a new CoordinationServiceConfig instance using the specified properties.
         * @param [properties] Properties to set
         * @returns CoordinationServiceConfig instance
         */
        static create(properties: tensorboard.CoordinationServiceConfig.$Shape): tensorboard.CoordinationServiceConfig & tensorboard.CoordinationServiceConfig.$Shape;
        static create(properties?: tensorboard.CoordinationServiceConfig.$Properties): tensorboard.CoordinationServiceConfig;

        /**
         * Encodes the specified CoordinationServiceConfig message. Does not implicitly {@link tensorboard.CoordinationServiceConfig.verify|verify} messages.
         * @param message CoordinationServiceConfig message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.CoordinationServiceConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CoordinationServiceConfig message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.CoordinationServiceConfig & tensorboard.CoordinationServiceConfig.$Shape} CoordinationServiceConfig
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.CoordinationServiceConfig & tensorboard.CoordinationServiceConfig.$Shape;
    }

    namespace CoordinationServiceConfig {

        /** Properties of a CoordinationServiceConfig. */
        interface $Properties {

            /** CoordinationServiceConfig serviceType */
            serviceType?: (string|null);

            /** CoordinationServiceConfig serviceLeader */
            serviceLeader?: (string|null);

            /** CoordinationServiceConfig enableHealthCheck */
            enableHealthCheck?: (boolean|null);

            /** CoordinationServiceConfig clusterRegisterTimeoutInMs */
            clusterRegisterTimeoutInMs?: (number|null);

            /** CoordinationServiceConfig clusterRegisterWithBarrier */
            clusterRegisterWithBarrier?: (boolean|null);

            /** CoordinationServiceConfig heartbeatTimeoutInMs */
            heartbeatTimeoutInMs?: (number|null);

            /** CoordinationServiceConfig coordinatedJobList */
            coordinatedJobList?: (tensorboard.CoordinatedJob.$Properties[]|null);

            /** CoordinationServiceConfig shutdownBarrierTimeoutInMs */
            shutdownBarrierTimeoutInMs?: (number|null);

            /** CoordinationServiceConfig agentDestructionWithoutShutdown */
            agentDestructionWithoutShutdown?: (boolean|null);

            /** CoordinationServiceConfig recoverableJobs */
            recoverableJobs?: (string[]|null);

            /** CoordinationServiceConfig allowNewIncarnationToReconnect */
            allowNewIncarnationToReconnect?: (boolean|null);

            /** CoordinationServiceConfig forceDisable */
            forceDisable?: (boolean|null);

            /** CoordinationServiceConfig pollForErrorFromServiceAtStartup */
            pollForErrorFromServiceAtStartup?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CoordinationServiceConfig. */
        type $Shape = tensorboard.CoordinationServiceConfig.$Properties;
    }

    /**
     * Properties of a CostGraphDef.
     * @deprecated Use tensorboard.CostGraphDef.$Properties instead.
     */
    interface ICostGraphDef extends tensorboard.CostGraphDef.$Properties {
    }

    /** Represents a CostGraphDef. */
    class CostGraphDef {

        /**
         * Constructs a new CostGraphDef.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.CostGraphDef.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CostGraphDef node. */
        node: tensorboard.CostGraphDef.Node.$Properties[];

        /** CostGraphDef cost. */
        cost: tensorboard.CostGraphDef.AggregatedCost.$Properties[];

        /**
         * Creates a new CostGraphDef instance using the specified properties.
         * @param [properties] Properties to set
         * @returns CostGraphDef instance
         */
        static create(properties: tensorboard.CostGraphDef.$Shape): tensorboard.CostGraphDef & tensorboard.CostGraphDef.$Shape;
        static create(properties?: tensorboard.CostGraphDef.$Properties): tensorboard.CostGraphDef;

        /**
         * Encodes the specified CostGraphDef message. Does not implicitly {@link tensorboard.CostGraphDef.verify|verify} messages.
         * @param message CostGraphDef message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.CostGraphDef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CostGraphDef message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.CostGraphDef & tensorboard.CostGraphDef.$Shape} CostGraphDef
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.CostGraphDef & tensorboard.CostGraphDef.$Shape;
    }

    namespace CostGraphDef {

        /** Properties of a CostGraphDef. */
        interface $Properties {

            /** CostGraphDef node */
            node?: (tensorboard.CostGraphDef.Node.$Properties[]|null);

            /** CostGraphDef cost */
            cost?: (tensorboard.CostGraphDef.AggregatedCost.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CostGraphDef. */
        type $Shape = tensorboard.CostGraphDef.$Properties;

        /**
         * Properties of a Node.
         * @deprecated Use tensorboard.CostGraphDef.Node.$Properties instead.
         */
        interface INode extends tensorboard.CostGraphDef.Node.$Properties {
        }

        /** Represents a Node. */
        class Node {

            /**
             * Constructs a new Node.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.CostGraphDef.Node.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Node name. */
            name: string;

            /** Node device. */
            device: string;

            /** Node id. */
            id: number;

            /** Node inputInfo. */
            inputInfo: tensorboard.CostGraphDef.Node.InputInfo.$Properties[];

            /** Node outputInfo. */
            outputInfo: tensorboard.CostGraphDef.Node.OutputInfo.$Properties[];

            /** Node temporaryMemorySize. */
            temporaryMemorySize: number;

            /** Node persistentMemorySize. */
            persistentMemorySize: number;

            /** Node hostTempMemorySize. */
            hostTempMemorySize: number;

            /** Node deviceTempMemorySize. */
            deviceTempMemorySize: number;

            /** Node devicePersistentMemorySize. */
            devicePersistentMemorySize: number;

            /** Node computeCost. */
            computeCost: number;

            /** Node computeTime. */
            computeTime: number;

            /** Node memoryTime. */
            memoryTime: number;

            /** Node isFinal. */
            isFinal: boolean;

            /** Node controlInput. */
            controlInput: number[];

            /** Node inaccurate. */
            inaccurate: boolean;

            /**
             * Creates a new Node instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Node instance
             */
            static create(properties: tensorboard.CostGraphDef.Node.$Shape): tensorboard.CostGraphDef.Node & tensorboard.CostGraphDef.Node.$Shape;
            static create(properties?: tensorboard.CostGraphDef.Node.$Properties): tensorboard.CostGraphDef.Node;

            /**
             * Encodes the specified Node message. Does not implicitly {@link tensorboard.CostGraphDef.Node.verify|verify} messages.
             * @param message Node message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.CostGraphDef.Node.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Node message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.CostGraphDef.Node & tensorboard.CostGraphDef.Node.$Shape} Node
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.CostGraphDef.Node & tensorboard.CostGraphDef.Node.$Shape;
        }

        namespace Node {

            /** Properties of a Node. */
            interface $Properties {

                /** Node name */
                name?: (string|null);

                /** Node device */
                device?: (string|null);

                /** Node id */
                id?: (number|null);

                /** Node inputInfo */
                inputInfo?: (tensorboard.CostGraphDef.Node.InputInfo.$Properties[]|null);

                /** Node outputInfo */
                outputInfo?: (tensorboard.CostGraphDef.Node.OutputInfo.$Properties[]|null);

                /** Node temporaryMemorySize */
                temporaryMemorySize?: (number|null);

                /** Node persistentMemorySize */
                persistentMemorySize?: (number|null);

                /** Node hostTempMemorySize */
                hostTempMemorySize?: (number|null);

                /** Node deviceTempMemorySize */
                deviceTempMemorySize?: (number|null);

                /** Node devicePersistentMemorySize */
                devicePersistentMemorySize?: (number|null);

                /** Node computeCost */
                computeCost?: (number|null);

                /** Node computeTime */
                computeTime?: (number|null);

                /** Node memoryTime */
                memoryTime?: (number|null);

                /** Node isFinal */
                isFinal?: (boolean|null);

                /** Node controlInput */
                controlInput?: (number[]|null);

                /** Node inaccurate */
                inaccurate?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Node. */
            type $Shape = tensorboard.CostGraphDef.Node.$Properties;

            /**
             * Properties of an InputInfo.
             * @deprecated Use tensorboard.CostGraphDef.Node.InputInfo.$Properties instead.
             */
            interface IInputInfo extends tensorboard.CostGraphDef.Node.InputInfo.$Properties {
            }

            /** Represents an InputInfo. */
            class InputInfo {

                /**
                 * Constructs a new InputInfo.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: tensorboard.CostGraphDef.Node.InputInfo.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** InputInfo precedingNode. */
                precedingNode: number;

                /** InputInfo precedingPort. */
                precedingPort: number;

                /**
                 * Creates a new InputInfo instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns InputInfo instance
                 */
                static create(properties: tensorboard.CostGraphDef.Node.InputInfo.$Shape): tensorboard.CostGraphDef.Node.InputInfo & tensorboard.CostGraphDef.Node.InputInfo.$Shape;
                static create(properties?: tensorboard.CostGraphDef.Node.InputInfo.$Properties): tensorboard.CostGraphDef.Node.InputInfo;

                /**
                 * Encodes the specified InputInfo message. Does not implicitly {@link tensorboard.CostGraphDef.Node.InputInfo.verify|verify} messages.
                 * @param message InputInfo message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: tensorboard.CostGraphDef.Node.InputInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an InputInfo message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {tensorboard.CostGraphDef.Node.InputInfo & tensorboard.CostGraphDef.Node.InputInfo.$Shape} InputInfo
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.CostGraphDef.Node.InputInfo & tensorboard.CostGraphDef.Node.InputInfo.$Shape;
            }

            namespace InputInfo {

                /** Properties of an InputInfo. */
                interface $Properties {

                    /** InputInfo precedingNode */
                    precedingNode?: (number|null);

                    /** InputInfo precedingPort */
                    precedingPort?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an InputInfo. */
                type $Shape = tensorboard.CostGraphDef.Node.InputInfo.$Properties;
            }

            /**
             * Properties of an OutputInfo.
             * @deprecated Use tensorboard.CostGraphDef.Node.OutputInfo.$Properties instead.
             */
            interface IOutputInfo extends tensorboard.CostGraphDef.Node.OutputInfo.$Properties {
            }

            /** Represents an OutputInfo. */
            class OutputInfo {

                /**
                 * Constructs a new OutputInfo.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: tensorboard.CostGraphDef.Node.OutputInfo.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** OutputInfo size. */
                size: number;

                /** OutputInfo aliasInputPort. */
                aliasInputPort: number;

                /** OutputInfo shape. */
                shape?: (tensorboard.TensorShapeProto.$Properties|null);

                /** OutputInfo dtype. */
                dtype: tensorboard.DataType;

                /**
                 * Creates a new OutputInfo instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns OutputInfo instance
                 */
                static create(properties: tensorboard.CostGraphDef.Node.OutputInfo.$Shape): tensorboard.CostGraphDef.Node.OutputInfo & tensorboard.CostGraphDef.Node.OutputInfo.$Shape;
                static create(properties?: tensorboard.CostGraphDef.Node.OutputInfo.$Properties): tensorboard.CostGraphDef.Node.OutputInfo;

                /**
                 * Encodes the specified OutputInfo message. Does not implicitly {@link tensorboard.CostGraphDef.Node.OutputInfo.verify|verify} messages.
                 * @param message OutputInfo message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: tensorboard.CostGraphDef.Node.OutputInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an OutputInfo message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {tensorboard.CostGraphDef.Node.OutputInfo & tensorboard.CostGraphDef.Node.OutputInfo.$Shape} OutputInfo
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.CostGraphDef.Node.OutputInfo & tensorboard.CostGraphDef.Node.OutputInfo.$Shape;
            }

            namespace OutputInfo {

                /** Properties of an OutputInfo. */
                interface $Properties {

                    /** OutputInfo size */
                    size?: (number|null);

                    /** OutputInfo aliasInputPort */
                    aliasInputPort?: (number|null);

                    /** OutputInfo shape */
                    shape?: (tensorboard.TensorShapeProto.$Properties|null);

                    /** OutputInfo dtype */
                    dtype?: (tensorboard.DataType|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an OutputInfo. */
                type $Shape = tensorboard.CostGraphDef.Node.OutputInfo.$Properties;
            }
        }

        /**
         * Properties of an AggregatedCost.
         * @deprecated Use tensorboard.CostGraphDef.AggregatedCost.$Properties instead.
         */
        interface IAggregatedCost extends tensorboard.CostGraphDef.AggregatedCost.$Properties {
        }

        /** Represents an AggregatedCost. */
        class AggregatedCost {

            /**
             * Constructs a new AggregatedCost.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.CostGraphDef.AggregatedCost.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AggregatedCost cost. */
            cost: number;

            /** AggregatedCost dimension. */
            dimension: string;

            /**
             * Creates a new AggregatedCost instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AggregatedCost instance
             */
            static create(properties: tensorboard.CostGraphDef.AggregatedCost.$Shape): tensorboard.CostGraphDef.AggregatedCost & tensorboard.CostGraphDef.AggregatedCost.$Shape;
            static create(properties?: tensorboard.CostGraphDef.AggregatedCost.$Properties): tensorboard.CostGraphDef.AggregatedCost;

            /**
             * Encodes the specified AggregatedCost message. Does not implicitly {@link tensorboard.CostGraphDef.AggregatedCost.verify|verify} messages.
             * @param message AggregatedCost message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.CostGraphDef.AggregatedCost.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AggregatedCost message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.CostGraphDef.AggregatedCost & tensorboard.CostGraphDef.AggregatedCost.$Shape} AggregatedCost
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.CostGraphDef.AggregatedCost & tensorboard.CostGraphDef.AggregatedCost.$Shape;
        }

        namespace AggregatedCost {

            /** Properties of an AggregatedCost. */
            interface $Properties {

                /** AggregatedCost cost */
                cost?: (number|null);

                /** AggregatedCost dimension */
                dimension?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AggregatedCost. */
            type $Shape = tensorboard.CostGraphDef.AggregatedCost.$Properties;
        }
    }

    /**
     * Properties of an AllocationRecord.
     * @deprecated Use tensorboard.AllocationRecord.$Properties instead.
     */
    interface IAllocationRecord extends tensorboard.AllocationRecord.$Properties {
    }

    /** Represents an AllocationRecord. */
    class AllocationRecord {

        /**
         * Constructs a new AllocationRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.AllocationRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AllocationRecord allocMicros. */
        allocMicros: number;

        /** AllocationRecord allocBytes. */
        allocBytes: number;

        /**
         * Creates a new AllocationRecord instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AllocationRecord instance
         */
        static create(properties: tensorboard.AllocationRecord.$Shape): tensorboard.AllocationRecord & tensorboard.AllocationRecord.$Shape;
        static create(properties?: tensorboard.AllocationRecord.$Properties): tensorboard.AllocationRecord;

        /**
         * Encodes the specified AllocationRecord message. Does not implicitly {@link tensorboard.AllocationRecord.verify|verify} messages.
         * @param message AllocationRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.AllocationRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AllocationRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.AllocationRecord & tensorboard.AllocationRecord.$Shape} AllocationRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.AllocationRecord & tensorboard.AllocationRecord.$Shape;
    }

    namespace AllocationRecord {

        /** Properties of an AllocationRecord. */
        interface $Properties {

            /** AllocationRecord allocMicros */
            allocMicros?: (number|null);

            /** AllocationRecord allocBytes */
            allocBytes?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AllocationRecord. */
        type $Shape = tensorboard.AllocationRecord.$Properties;
    }

    /**
     * Properties of an AllocatorMemoryUsed.
     * @deprecated Use tensorboard.AllocatorMemoryUsed.$Properties instead.
     */
    interface IAllocatorMemoryUsed extends tensorboard.AllocatorMemoryUsed.$Properties {
    }

    /** Represents an AllocatorMemoryUsed. */
    class AllocatorMemoryUsed {

        /**
         * Constructs a new AllocatorMemoryUsed.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.AllocatorMemoryUsed.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AllocatorMemoryUsed allocatorName. */
        allocatorName: string;

        /** AllocatorMemoryUsed totalBytes. */
        totalBytes: number;

        /** AllocatorMemoryUsed peakBytes. */
        peakBytes: number;

        /** AllocatorMemoryUsed liveBytes. */
        liveBytes: number;

        /** AllocatorMemoryUsed allocationRecords. */
        allocationRecords: tensorboard.AllocationRecord.$Properties[];

        /** AllocatorMemoryUsed allocatorBytesInUse. */
        allocatorBytesInUse: number;

        /**
         * Creates a new AllocatorMemoryUsed instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AllocatorMemoryUsed instance
         */
        static create(properties: tensorboard.AllocatorMemoryUsed.$Shape): tensorboard.AllocatorMemoryUsed & tensorboard.AllocatorMemoryUsed.$Shape;
        static create(properties?: tensorboard.AllocatorMemoryUsed.$Properties): tensorboard.AllocatorMemoryUsed;

        /**
         * Encodes the specified AllocatorMemoryUsed message. Does not implicitly {@link tensorboard.AllocatorMemoryUsed.verify|verify} messages.
         * @param message AllocatorMemoryUsed message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.AllocatorMemoryUsed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AllocatorMemoryUsed message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.AllocatorMemoryUsed & tensorboard.AllocatorMemoryUsed.$Shape} AllocatorMemoryUsed
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.AllocatorMemoryUsed & tensorboard.AllocatorMemoryUsed.$Shape;
    }

    namespace AllocatorMemoryUsed {

        /** Properties of an AllocatorMemoryUsed. */
        interface $Properties {

            /** AllocatorMemoryUsed allocatorName */
            allocatorName?: (string|null);

            /** AllocatorMemoryUsed totalBytes */
            totalBytes?: (number|null);

            /** AllocatorMemoryUsed peakBytes */
            peakBytes?: (number|null);

            /** AllocatorMemoryUsed liveBytes */
            liveBytes?: (number|null);

            /** AllocatorMemoryUsed allocationRecords */
            allocationRecords?: (tensorboard.AllocationRecord.$Properties[]|null);

            /** AllocatorMemoryUsed allocatorBytesInUse */
            allocatorBytesInUse?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AllocatorMemoryUsed. */
        type $Shape = tensorboard.AllocatorMemoryUsed.$Properties;
    }

    /**
     * Properties of a NodeOutput.
     * @deprecated Use tensorboard.NodeOutput.$Properties instead.
     */
    interface INodeOutput extends tensorboard.NodeOutput.$Properties {
    }

    /** Represents a NodeOutput. */
    class NodeOutput {

        /**
         * Constructs a new NodeOutput.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.NodeOutput.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** NodeOutput slot. */
        slot: number;

        /** NodeOutput tensorDescription. */
        tensorDescription?: (tensorboard.TensorDescription.$Properties|null);

        /**
         * Creates a new NodeOutput instance using the specified properties.
         * @param [properties] Properties to set
         * @returns NodeOutput instance
         */
        static create(properties: tensorboard.NodeOutput.$Shape): tensorboard.NodeOutput & tensorboard.NodeOutput.$Shape;
        static create(properties?: tensorboard.NodeOutput.$Properties): tensorboard.NodeOutput;

        /**
         * Encodes the specified NodeOutput message. Does not implicitly {@link tensorboard.NodeOutput.verify|verify} messages.
         * @param message NodeOutput message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.NodeOutput.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a NodeOutput message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.NodeOutput & tensorboard.NodeOutput.$Shape} NodeOutput
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.NodeOutput & tensorboard.NodeOutput.$Shape;
    }

    namespace NodeOutput {

        /** Properties of a NodeOutput. */
        interface $Properties {

            /** NodeOutput slot */
            slot?: (number|null);

            /** NodeOutput tensorDescription */
            tensorDescription?: (tensorboard.TensorDescription.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a NodeOutput. */
        type $Shape = tensorboard.NodeOutput.$Properties;
    }

    /**
     * Properties of a MemoryStats.
     * @deprecated Use tensorboard.MemoryStats.$Properties instead.
     */
    interface IMemoryStats extends tensorboard.MemoryStats.$Properties {
    }

    /** Represents a MemoryStats. */
    class MemoryStats {

        /**
         * Constructs a new MemoryStats.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.MemoryStats.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MemoryStats tempMemorySize. */
        tempMemorySize: number;

        /** MemoryStats persistentMemorySize. */
        persistentMemorySize: number;

        /** MemoryStats persistentTensorAllocIds. */
        persistentTensorAllocIds: number[];

        /** MemoryStats deviceTempMemorySize. */
        deviceTempMemorySize: number;

        /** MemoryStats devicePersistentMemorySize. */
        devicePersistentMemorySize: number;

        /** MemoryStats devicePersistentTensorAllocIds. */
        devicePersistentTensorAllocIds: number[];

        /**
         * Creates a new MemoryStats instance using the specified properties.
         * @param [properties] Properties to set
         * @returns MemoryStats instance
         */
        static create(properties: tensorboard.MemoryStats.$Shape): tensorboard.MemoryStats & tensorboard.MemoryStats.$Shape;
        static create(properties?: tensorboard.MemoryStats.$Properties): tensorboard.MemoryStats;

        /**
         * Encodes the specified MemoryStats message. Does not implicitly {@link tensorboard.MemoryStats.verify|verify} messages.
         * @param message MemoryStats message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.MemoryStats.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MemoryStats message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.MemoryStats & tensorboard.MemoryStats.$Shape} MemoryStats
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.MemoryStats & tensorboard.MemoryStats.$Shape;
    }

    namespace MemoryStats {

        /** Properties of a MemoryStats. */
        interface $Properties {

            /** MemoryStats tempMemorySize */
            tempMemorySize?: (number|null);

            /** MemoryStats persistentMemorySize */
            persistentMemorySize?: (number|null);

            /** MemoryStats persistentTensorAllocIds */
            persistentTensorAllocIds?: (number[]|null);

            /** MemoryStats deviceTempMemorySize */
            deviceTempMemorySize?: (number|null);

            /** MemoryStats devicePersistentMemorySize */
            devicePersistentMemorySize?: (number|null);

            /** MemoryStats devicePersistentTensorAllocIds */
            devicePersistentTensorAllocIds?: (number[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MemoryStats. */
        type $Shape = tensorboard.MemoryStats.$Properties;
    }

    /**
     * Properties of a NodeExecStats.
     * @deprecated Use tensorboard.NodeExecStats.$Properties instead.
     */
    interface INodeExecStats extends tensorboard.NodeExecStats.$Properties {
    }

    /** Represents a NodeExecStats. */
    class NodeExecStats {

        /**
         * Constructs a new NodeExecStats.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.NodeExecStats.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** NodeExecStats nodeName. */
        nodeName: string;

        /** NodeExecStats allStartMicros. */
        allStartMicros: number;

        /** NodeExecStats opStartRelMicros. */
        opStartRelMicros: number;

        /** NodeExecStats opEndRelMicros. */
        opEndRelMicros: number;

        /** NodeExecStats allEndRelMicros. */
        allEndRelMicros: number;

        /** NodeExecStats memory. */
        memory: tensorboard.AllocatorMemoryUsed.$Properties[];

        /** NodeExecStats output. */
        output: tensorboard.NodeOutput.$Properties[];

        /** NodeExecStats timelineLabel. */
        timelineLabel: string;

        /** NodeExecStats scheduledMicros. */
        scheduledMicros: number;

        /** NodeExecStats threadId. */
        threadId: number;

        /** NodeExecStats referencedTensor. */
        referencedTensor: tensorboard.AllocationDescription.$Properties[];

        /** NodeExecStats memoryStats. */
        memoryStats?: (tensorboard.MemoryStats.$Properties|null);

        /** NodeExecStats allStartNanos. */
        allStartNanos: number;

        /** NodeExecStats opStartRelNanos. */
        opStartRelNanos: number;

        /** NodeExecStats opEndRelNanos. */
        opEndRelNanos: number;

        /** NodeExecStats allEndRelNanos. */
        allEndRelNanos: number;

        /** NodeExecStats scheduledNanos. */
        scheduledNanos: number;

        /**
         * Creates a new NodeExecStats instance using the specified properties.
         * @param [properties] Properties to set
         * @returns NodeExecStats instance
         */
        static create(properties: tensorboard.NodeExecStats.$Shape): tensorboard.NodeExecStats & tensorboard.NodeExecStats.$Shape;
        static create(properties?: tensorboard.NodeExecStats.$Properties): tensorboard.NodeExecStats;

        /**
         * Encodes the specified NodeExecStats message. Does not implicitly {@link tensorboard.NodeExecStats.verify|verify} messages.
         * @param message NodeExecStats message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.NodeExecStats.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a NodeExecStats message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.NodeExecStats & tensorboard.NodeExecStats.$Shape} NodeExecStats
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.NodeExecStats & tensorboard.NodeExecStats.$Shape;
    }

    namespace NodeExecStats {

        /** Properties of a NodeExecStats. */
        interface $Properties {

            /** NodeExecStats nodeName */
            nodeName?: (string|null);

            /** NodeExecStats allStartMicros */
            allStartMicros?: (number|null);

            /** NodeExecStats opStartRelMicros */
            opStartRelMicros?: (number|null);

            /** NodeExecStats opEndRelMicros */
            opEndRelMicros?: (number|null);

            /** NodeExecStats allEndRelMicros */
            allEndRelMicros?: (number|null);

            /** NodeExecStats memory */
            memory?: (tensorboard.AllocatorMemoryUsed.$Properties[]|null);

            /** NodeExecStats output */
            output?: (tensorboard.NodeOutput.$Properties[]|null);

            /** NodeExecStats timelineLabel */
            timelineLabel?: (string|null);

            /** NodeExecStats scheduledMicros */
            scheduledMicros?: (number|null);

            /** NodeExecStats threadId */
            threadId?: (number|null);

            /** NodeExecStats referencedTensor */
            referencedTensor?: (tensorboard.AllocationDescription.$Properties[]|null);

            /** NodeExecStats memoryStats */
            memoryStats?: (tensorboard.MemoryStats.$Properties|null);

            /** NodeExecStats allStartNanos */
            allStartNanos?: (number|null);

            /** NodeExecStats opStartRelNanos */
            opStartRelNanos?: (number|null);

            /** NodeExecStats opEndRelNanos */
            opEndRelNanos?: (number|null);

            /** NodeExecStats allEndRelNanos */
            allEndRelNanos?: (number|null);

            /** NodeExecStats scheduledNanos */
            scheduledNanos?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a NodeExecStats. */
        type $Shape = tensorboard.NodeExecStats.$Properties;
    }

    /**
     * Properties of a DeviceStepStats.
     * @deprecated Use tensorboard.DeviceStepStats.$Properties instead.
     */
    interface IDeviceStepStats extends tensorboard.DeviceStepStats.$Properties {
    }

    /** Represents a DeviceStepStats. */
    class DeviceStepStats {

        /**
         * Constructs a new DeviceStepStats.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.DeviceStepStats.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DeviceStepStats device. */
        device: string;

        /** DeviceStepStats nodeStats. */
        nodeStats: tensorboard.NodeExecStats.$Properties[];

        /** DeviceStepStats threadNames. */
        threadNames: { [k: string]: string };

        /**
         * Creates a new DeviceStepStats instance using the specified properties.
         * @param [properties] Properties to set
         * @returns DeviceStepStats instance
         */
        static create(properties: tensorboard.DeviceStepStats.$Shape): tensorboard.DeviceStepStats & tensorboard.DeviceStepStats.$Shape;
        static create(properties?: tensorboard.DeviceStepStats.$Properties): tensorboard.DeviceStepStats;

        /**
         * Encodes the specified DeviceStepStats message. Does not implicitly {@link tensorboard.DeviceStepStats.verify|verify} messages.
         * @param message DeviceStepStats message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.DeviceStepStats.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DeviceStepStats message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.DeviceStepStats & tensorboard.DeviceStepStats.$Shape} DeviceStepStats
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.DeviceStepStats & tensorboard.DeviceStepStats.$Shape;
    }

    namespace DeviceStepStats {

        /** Properties of a DeviceStepStats. */
        interface $Properties {

            /** DeviceStepStats device */
            device?: (string|null);

            /** DeviceStepStats nodeStats */
            nodeStats?: (tensorboard.NodeExecStats.$Properties[]|null);

            /** DeviceStepStats threadNames */
            threadNames?: ({ [k: string]: string }|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DeviceStepStats. */
        type $Shape = tensorboard.DeviceStepStats.$Properties;
    }

    /**
     * Properties of a StepStats.
     * @deprecated Use tensorboard.StepStats.$Properties instead.
     */
    interface IStepStats extends tensorboard.StepStats.$Properties {
    }

    /** Represents a StepStats. */
    class StepStats {

        /**
         * Constructs a new StepStats.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.StepStats.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** StepStats devStats. */
        devStats: tensorboard.DeviceStepStats.$Properties[];

        /**
         * Creates a new StepStats instance using the specified properties.
         * @param [properties] Properties to set
         * @returns StepStats instance
         */
        static create(properties: tensorboard.StepStats.$Shape): tensorboard.StepStats & tensorboard.StepStats.$Shape;
        static create(properties?: tensorboard.StepStats.$Properties): tensorboard.StepStats;

        /**
         * Encodes the specified StepStats message. Does not implicitly {@link tensorboard.StepStats.verify|verify} messages.
         * @param message StepStats message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.StepStats.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a StepStats message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.StepStats & tensorboard.StepStats.$Shape} StepStats
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.StepStats & tensorboard.StepStats.$Shape;
    }

    namespace StepStats {

        /** Properties of a StepStats. */
        interface $Properties {

            /** StepStats devStats */
            devStats?: (tensorboard.DeviceStepStats.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a StepStats. */
        type $Shape = tensorboard.StepStats.$Properties;
    }

    /**
     * Properties of an AllocationDescription.
     * @deprecated Use tensorboard.AllocationDescription.$Properties instead.
     */
    interface IAllocationDescription extends tensorboard.AllocationDescription.$Properties {
    }

    /** Represents an AllocationDescription. */
    class AllocationDescription {

        /**
         * Constructs a new AllocationDescription.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.AllocationDescription.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AllocationDescription requestedBytes. */
        requestedBytes: number;

        /** AllocationDescription allocatedBytes. */
        allocatedBytes: number;

        /** AllocationDescription allocatorName. */
        allocatorName: string;

        /** AllocationDescription allocationId. */
        allocationId: number;

        /** AllocationDescription hasSingleReference. */
        hasSingleReference: boolean;

        /** AllocationDescription ptr. */
        ptr: number;

        /**
         * Creates a new AllocationDescription instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AllocationDescription instance
         */
        static create(properties: tensorboard.AllocationDescription.$Shape): tensorboard.AllocationDescription & tensorboard.AllocationDescription.$Shape;
        static create(properties?: tensorboard.AllocationDescription.$Properties): tensorboard.AllocationDescription;

        /**
         * Encodes the specified AllocationDescription message. Does not implicitly {@link tensorboard.AllocationDescription.verify|verify} messages.
         * @param message AllocationDescription message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.AllocationDescription.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AllocationDescription message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.AllocationDescription & tensorboard.AllocationDescription.$Shape} AllocationDescription
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.AllocationDescription & tensorboard.AllocationDescription.$Shape;
    }

    namespace AllocationDescription {

        /** Properties of an AllocationDescription. */
        interface $Properties {

            /** AllocationDescription requestedBytes */
            requestedBytes?: (number|null);

            /** AllocationDescription allocatedBytes */
            allocatedBytes?: (number|null);

            /** AllocationDescription allocatorName */
            allocatorName?: (string|null);

            /** AllocationDescription allocationId */
            allocationId?: (number|null);

            /** AllocationDescription hasSingleReference */
            hasSingleReference?: (boolean|null);

            /** AllocationDescription ptr */
            ptr?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AllocationDescription. */
        type $Shape = tensorboard.AllocationDescription.$Properties;
    }

    /**
     * Properties of a TensorDescription.
     * @deprecated Use tensorboard.TensorDescription.$Properties instead.
     */
    interface ITensorDescription extends tensorboard.TensorDescription.$Properties {
    }

    /** Represents a TensorDescription. */
    class TensorDescription {

        /**
         * Constructs a new TensorDescription.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.TensorDescription.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** TensorDescription dtype. */
        dtype: tensorboard.DataType;

        /** TensorDescription shape. */
        shape?: (tensorboard.TensorShapeProto.$Properties|null);

        /** TensorDescription allocationDescription. */
        allocationDescription?: (tensorboard.AllocationDescription.$Properties|null);

        /**
         * Creates a new TensorDescription instance using the specified properties.
         * @param [properties] Properties to set
         * @returns TensorDescription instance
         */
        static create(properties: tensorboard.TensorDescription.$Shape): tensorboard.TensorDescription & tensorboard.TensorDescription.$Shape;
        static create(properties?: tensorboard.TensorDescription.$Properties): tensorboard.TensorDescription;

        /**
         * Encodes the specified TensorDescription message. Does not implicitly {@link tensorboard.TensorDescription.verify|verify} messages.
         * @param message TensorDescription message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.TensorDescription.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a TensorDescription message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.TensorDescription & tensorboard.TensorDescription.$Shape} TensorDescription
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.TensorDescription & tensorboard.TensorDescription.$Shape;
    }

    namespace TensorDescription {

        /** Properties of a TensorDescription. */
        interface $Properties {

            /** TensorDescription dtype */
            dtype?: (tensorboard.DataType|null);

            /** TensorDescription shape */
            shape?: (tensorboard.TensorShapeProto.$Properties|null);

            /** TensorDescription allocationDescription */
            allocationDescription?: (tensorboard.AllocationDescription.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a TensorDescription. */
        type $Shape = tensorboard.TensorDescription.$Properties;
    }

    /**
     * Properties of a JobDef.
     * @deprecated Use tensorboard.JobDef.$Properties instead.
     */
    interface IJobDef extends tensorboard.JobDef.$Properties {
    }

    /** Represents a JobDef. */
    class JobDef {

        /**
         * Constructs a new JobDef.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.JobDef.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JobDef name. */
        name: string;

        /** JobDef tasks. */
        tasks: { [k: string]: string };

        /**
         * Creates a new JobDef instance using the specified properties.
         * @param [properties] Properties to set
         * @returns JobDef instance
         */
        static create(properties: tensorboard.JobDef.$Shape): tensorboard.JobDef & tensorboard.JobDef.$Shape;
        static create(properties?: tensorboard.JobDef.$Properties): tensorboard.JobDef;

        /**
         * Encodes the specified JobDef message. Does not implicitly {@link tensorboard.JobDef.verify|verify} messages.
         * @param message JobDef message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.JobDef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JobDef message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.JobDef & tensorboard.JobDef.$Shape} JobDef
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.JobDef & tensorboard.JobDef.$Shape;
    }

    namespace JobDef {

        /** Properties of a JobDef. */
        interface $Properties {

            /** JobDef name */
            name?: (string|null);

            /** JobDef tasks */
            tasks?: ({ [k: string]: string }|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JobDef. */
        type $Shape = tensorboard.JobDef.$Properties;
    }

    /**
     * Properties of a ClusterDef.
     * @deprecated Use tensorboard.ClusterDef.$Properties instead.
     */
    interface IClusterDef extends tensorboard.ClusterDef.$Properties {
    }

    /** Represents a ClusterDef. */
    class ClusterDef {

        /**
         * Constructs a new ClusterDef.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.ClusterDef.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ClusterDef job. */
        job: tensorboard.JobDef.$Properties[];

        /**
         * Creates a new ClusterDef instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ClusterDef instance
         */
        static create(properties: tensorboard.ClusterDef.$Shape): tensorboard.ClusterDef & tensorboard.ClusterDef.$Shape;
        static create(properties?: tensorboard.ClusterDef.$Properties): tensorboard.ClusterDef;

        /**
         * Encodes the specified ClusterDef message. Does not implicitly {@link tensorboard.ClusterDef.verify|verify} messages.
         * @param message ClusterDef message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.ClusterDef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ClusterDef message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.ClusterDef & tensorboard.ClusterDef.$Shape} ClusterDef
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.ClusterDef & tensorboard.ClusterDef.$Shape;
    }

    namespace ClusterDef {

        /** Properties of a ClusterDef. */
        interface $Properties {

            /** ClusterDef job */
            job?: (tensorboard.JobDef.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ClusterDef. */
        type $Shape = tensorboard.ClusterDef.$Properties;
    }

    /**
     * Properties of a DebugTensorWatch.
     * @deprecated Use tensorboard.DebugTensorWatch.$Properties instead.
     */
    interface IDebugTensorWatch extends tensorboard.DebugTensorWatch.$Properties {
    }

    /** Represents a DebugTensorWatch. */
    class DebugTensorWatch {

        /**
         * Constructs a new DebugTensorWatch.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.DebugTensorWatch.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DebugTensorWatch nodeName. */
        nodeName: string;

        /** DebugTensorWatch outputSlot. */
        outputSlot: number;

        /** DebugTensorWatch debugOps. */
        debugOps: string[];

        /** DebugTensorWatch debugUrls. */
        debugUrls: string[];

        /** DebugTensorWatch tolerateDebugOpCreationFailures. */
        tolerateDebugOpCreationFailures: boolean;

        /**
         * Creates a new DebugTensorWatch instance using the specified properties.
         * @param [properties] Properties to set
         * @returns DebugTensorWatch instance
         */
        static create(properties: tensorboard.DebugTensorWatch.$Shape): tensorboard.DebugTensorWatch & tensorboard.DebugTensorWatch.$Shape;
        static create(properties?: tensorboard.DebugTensorWatch.$Properties): tensorboard.DebugTensorWatch;

        /**
         * Encodes the specified DebugTensorWatch message. Does not implicitly {@link tensorboard.DebugTensorWatch.verify|verify} messages.
         * @param message DebugTensorWatch message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.DebugTensorWatch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DebugTensorWatch message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.DebugTensorWatch & tensorboard.DebugTensorWatch.$Shape} DebugTensorWatch
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.DebugTensorWatch & tensorboard.DebugTensorWatch.$Shape;
    }

    namespace DebugTensorWatch {

        /** Properties of a DebugTensorWatch. */
        interface $Properties {

            /** DebugTensorWatch nodeName */
            nodeName?: (string|null);

            /** DebugTensorWatch outputSlot */
            outputSlot?: (number|null);

            /** DebugTensorWatch debugOps */
            debugOps?: (string[]|null);

            /** DebugTensorWatch debugUrls */
            debugUrls?: (string[]|null);

            /** DebugTensorWatch tolerateDebugOpCreationFailures */
            tolerateDebugOpCreationFailures?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DebugTensorWatch. */
        type $Shape = tensorboard.DebugTensorWatch.$Properties;
    }

    /**
     * Properties of a DebugOptions.
     * @deprecated Use tensorboard.DebugOptions.$Properties instead.
     */
    interface IDebugOptions extends tensorboard.DebugOptions.$Properties {
    }

    /** Represents a DebugOptions. */
    class DebugOptions {

        /**
         * Constructs a new DebugOptions.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.DebugOptions.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DebugOptions debugTensorWatchOpts. */
        debugTensorWatchOpts: tensorboard.DebugTensorWatch.$Properties[];

        /** DebugOptions globalStep. */
        globalStep: number;

        /** DebugOptions resetDiskByteUsage. */
        resetDiskByteUsage: boolean;

        /**
         * Creates a new DebugOptions instance using the specified properties.
         * @param [properties] Properties to set
         * @returns DebugOptions instance
         */
        static create(properties: tensorboard.DebugOptions.$Shape): tensorboard.DebugOptions & tensorboard.DebugOptions.$Shape;
        static create(properties?: tensorboard.DebugOptions.$Properties): tensorboard.DebugOptions;

        /**
         * Encodes the specified DebugOptions message. Does not implicitly {@link tensorboard.DebugOptions.verify|verify} messages.
         * @param message DebugOptions message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.DebugOptions.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DebugOptions message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.DebugOptions & tensorboard.DebugOptions.$Shape} DebugOptions
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.DebugOptions & tensorboard.DebugOptions.$Shape;
    }

    namespace DebugOptions {

        /** Properties of a DebugOptions. */
        interface $Properties {

            /** DebugOptions debugTensorWatchOpts */
            debugTensorWatchOpts?: (tensorboard.DebugTensorWatch.$Properties[]|null);

            /** DebugOptions globalStep */
            globalStep?: (number|null);

            /** DebugOptions resetDiskByteUsage */
            resetDiskByteUsage?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DebugOptions. */
        type $Shape = tensorboard.DebugOptions.$Properties;
    }

    /**
     * Properties of a DebuggedSourceFile.
     * @deprecated Use tensorboard.DebuggedSourceFile.$Properties instead.
     */
    interface IDebuggedSourceFile extends tensorboard.DebuggedSourceFile.$Properties {
    }

    /** Represents a DebuggedSourceFile. */
    class DebuggedSourceFile {

        /**
         * Constructs a new DebuggedSourceFile.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.DebuggedSourceFile.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DebuggedSourceFile host. */
        host: string;

        /** DebuggedSourceFile filePath. */
        filePath: string;

        /** DebuggedSourceFile lastModified. */
        lastModified: number;

        /** DebuggedSourceFile bytes. */
        bytes: number;

        /** DebuggedSourceFile lines. */
        lines: string[];

        /**
         * Creates a new DebuggedSourceFile instance using the specified properties.
         * @param [properties] Properties to set
         * @returns DebuggedSourceFile instance
         */
        static create(properties: tensorboard.DebuggedSourceFile.$Shape): tensorboard.DebuggedSourceFile & tensorboard.DebuggedSourceFile.$Shape;
        static create(properties?: tensorboard.DebuggedSourceFile.$Properties): tensorboard.DebuggedSourceFile;

        /**
         * Encodes the specified DebuggedSourceFile message. Does not implicitly {@link tensorboard.DebuggedSourceFile.verify|verify} messages.
         * @param message DebuggedSourceFile message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.DebuggedSourceFile.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DebuggedSourceFile message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.DebuggedSourceFile & tensorboard.DebuggedSourceFile.$Shape} DebuggedSourceFile
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.DebuggedSourceFile & tensorboard.DebuggedSourceFile.$Shape;
    }

    namespace DebuggedSourceFile {

        /** Properties of a DebuggedSourceFile. */
        interface $Properties {

            /** DebuggedSourceFile host */
            host?: (string|null);

            /** DebuggedSourceFile filePath */
            filePath?: (string|null);

            /** DebuggedSourceFile lastModified */
            lastModified?: (number|null);

            /** DebuggedSourceFile bytes */
            bytes?: (number|null);

            /** DebuggedSourceFile lines */
            lines?: (string[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DebuggedSourceFile. */
        type $Shape = tensorboard.DebuggedSourceFile.$Properties;
    }

    /**
     * Properties of a DebuggedSourceFiles.
     * @deprecated Use tensorboard.DebuggedSourceFiles.$Properties instead.
     */
    interface IDebuggedSourceFiles extends tensorboard.DebuggedSourceFiles.$Properties {
    }

    /** Represents a DebuggedSourceFiles. */
    class DebuggedSourceFiles {

        /**
         * Constructs a new DebuggedSourceFiles.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.DebuggedSourceFiles.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DebuggedSourceFiles sourceFiles. */
        sourceFiles: tensorboard.DebuggedSourceFile.$Properties[];

        /**
         * Creates a new DebuggedSourceFiles instance using the specified properties.
         * @param [properties] Properties to set
         * @returns DebuggedSourceFiles instance
         */
        static create(properties: tensorboard.DebuggedSourceFiles.$Shape): tensorboard.DebuggedSourceFiles & tensorboard.DebuggedSourceFiles.$Shape;
        static create(properties?: tensorboard.DebuggedSourceFiles.$Properties): tensorboard.DebuggedSourceFiles;

        /**
         * Encodes the specified DebuggedSourceFiles message. Does not implicitly {@link tensorboard.DebuggedSourceFiles.verify|verify} messages.
         * @param message DebuggedSourceFiles message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.DebuggedSourceFiles.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DebuggedSourceFiles message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.DebuggedSourceFiles & tensorboard.DebuggedSourceFiles.$Shape} DebuggedSourceFiles
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.DebuggedSourceFiles & tensorboard.DebuggedSourceFiles.$Shape;
    }

    namespace DebuggedSourceFiles {

        /** Properties of a DebuggedSourceFiles. */
        interface $Properties {

            /** DebuggedSourceFiles sourceFiles */
            sourceFiles?: (tensorboard.DebuggedSourceFile.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DebuggedSourceFiles. */
        type $Shape = tensorboard.DebuggedSourceFiles.$Properties;
    }

    /**
     * Properties of an AutoParallelOptions.
     * @deprecated Use tensorboard.AutoParallelOptions.$Properties instead.
     */
    interface IAutoParallelOptions extends tensorboard.AutoParallelOptions.$Properties {
    }

    /** Represents an AutoParallelOptions. */
    class AutoParallelOptions {

        /**
         * Constructs a new AutoParallelOptions.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.AutoParallelOptions.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AutoParallelOptions enable. */
        enable: boolean;

        /** AutoParallelOptions numReplicas. */
        numReplicas: number;

        /**
         * Creates a new AutoParallelOptions instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AutoParallelOptions instance
         */
        static create(properties: tensorboard.AutoParallelOptions.$Shape): tensorboard.AutoParallelOptions & tensorboard.AutoParallelOptions.$Shape;
        static create(properties?: tensorboard.AutoParallelOptions.$Properties): tensorboard.AutoParallelOptions;

        /**
         * Encodes the specified AutoParallelOptions message. Does not implicitly {@link tensorboard.AutoParallelOptions.verify|verify} messages.
         * @param message AutoParallelOptions message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.AutoParallelOptions.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AutoParallelOptions message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.AutoParallelOptions & tensorboard.AutoParallelOptions.$Shape} AutoParallelOptions
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.AutoParallelOptions & tensorboard.AutoParallelOptions.$Shape;
    }

    namespace AutoParallelOptions {

        /** Properties of an AutoParallelOptions. */
        interface $Properties {

            /** AutoParallelOptions enable */
            enable?: (boolean|null);

            /** AutoParallelOptions numReplicas */
            numReplicas?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AutoParallelOptions. */
        type $Shape = tensorboard.AutoParallelOptions.$Properties;
    }

    /**
     * Properties of a ScopedAllocatorOptions.
     * @deprecated Use tensorboard.ScopedAllocatorOptions.$Properties instead.
     */
    interface IScopedAllocatorOptions extends tensorboard.ScopedAllocatorOptions.$Properties {
    }

    /** Represents a ScopedAllocatorOptions. */
    class ScopedAllocatorOptions {

        /**
         * Constructs a new ScopedAllocatorOptions.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.ScopedAllocatorOptions.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ScopedAllocatorOptions enableOp. */
        enableOp: string[];

        /**
         * Creates a new ScopedAllocatorOptions instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ScopedAllocatorOptions instance
         */
        static create(properties: tensorboard.ScopedAllocatorOptions.$Shape): tensorboard.ScopedAllocatorOptions & tensorboard.ScopedAllocatorOptions.$Shape;
        static create(properties?: tensorboard.ScopedAllocatorOptions.$Properties): tensorboard.ScopedAllocatorOptions;

        /**
         * Encodes the specified ScopedAllocatorOptions message. Does not implicitly {@link tensorboard.ScopedAllocatorOptions.verify|verify} messages.
         * @param message ScopedAllocatorOptions message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.ScopedAllocatorOptions.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ScopedAllocatorOptions message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.ScopedAllocatorOptions & tensorboard.ScopedAllocatorOptions.$Shape} ScopedAllocatorOptions
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.ScopedAllocatorOptions & tensorboard.ScopedAllocatorOptions.$Shape;
    }

    namespace ScopedAllocatorOptions {

        /** Properties of a ScopedAllocatorOptions. */
        interface $Properties {

            /** ScopedAllocatorOptions enableOp */
            enableOp?: (string[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ScopedAllocatorOptions. */
        type $Shape = tensorboard.ScopedAllocatorOptions.$Properties;
    }

    /**
     * Properties of a RewriterConfig.
     * @deprecated Use tensorboard.RewriterConfig.$Properties instead.
     */
    interface IRewriterConfig extends tensorboard.RewriterConfig.$Properties {
    }

    /** Represents a RewriterConfig. */
    class RewriterConfig {

        /**
         * Constructs a new RewriterConfig.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.RewriterConfig.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RewriterConfig cpuLayoutConversion. */
        cpuLayoutConversion: tensorboard.RewriterConfig.CpuLayout;

        /** RewriterConfig layoutOptimizer. */
        layoutOptimizer: tensorboard.RewriterConfig.Toggle;

        /** RewriterConfig constantFolding. */
        constantFolding: tensorboard.RewriterConfig.Toggle;

        /** RewriterConfig shapeOptimization. */
        shapeOptimization: tensorboard.RewriterConfig.Toggle;

        /** RewriterConfig remapping. */
        remapping: tensorboard.RewriterConfig.Toggle;

        /** RewriterConfig commonSubgraphElimination. */
        commonSubgraphElimination: tensorboard.RewriterConfig.Toggle;

        /** RewriterConfig arithmeticOptimization. */
        arithmeticOptimization: tensorboard.RewriterConfig.Toggle;

        /** RewriterConfig dependencyOptimization. */
        dependencyOptimization: tensorboard.RewriterConfig.Toggle;

        /** RewriterConfig loopOptimization. */
        loopOptimization: tensorboard.RewriterConfig.Toggle;

        /** RewriterConfig functionOptimization. */
        functionOptimization: tensorboard.RewriterConfig.Toggle;

        /** RewriterConfig debugStripper. */
        debugStripper: tensorboard.RewriterConfig.Toggle;

        /** RewriterConfig disableModelPruning. */
        disableModelPruning: boolean;

        /** RewriterConfig scopedAllocatorOptimization. */
        scopedAllocatorOptimization: tensorboard.RewriterConfig.Toggle;

        /** RewriterConfig pinToHostOptimization. */
        pinToHostOptimization: tensorboard.RewriterConfig.Toggle;

        /** RewriterConfig implementationSelector. */
        implementationSelector: tensorboard.RewriterConfig.Toggle;

        /** RewriterConfig autoMixedPrecision. */
        autoMixedPrecision: tensorboard.RewriterConfig.Toggle;

        /** RewriterConfig autoMixedPrecisionMkl. */
        autoMixedPrecisionMkl: tensorboard.RewriterConfig.Toggle;

        /** RewriterConfig autoMixedPrecisionOnednnBfloat16. */
        autoMixedPrecisionOnednnBfloat16: tensorboard.RewriterConfig.Toggle;

        /** RewriterConfig autoMixedPrecisionCpu. */
        autoMixedPrecisionCpu: tensorboard.RewriterConfig.Toggle;

        /** RewriterConfig disableMetaOptimizer. */
        disableMetaOptimizer: boolean;

        /** RewriterConfig disableTfgOptimizer. */
        disableTfgOptimizer: boolean;

        /** RewriterConfig usePluginOptimizers. */
        usePluginOptimizers: tensorboard.RewriterConfig.Toggle;

        /** RewriterConfig experimentalConditionalCodeMotion. */
        experimentalConditionalCodeMotion: tensorboard.RewriterConfig.Toggle;

        /** RewriterConfig metaOptimizerIterations. */
        metaOptimizerIterations: tensorboard.RewriterConfig.NumIterationsType;

        /** RewriterConfig minGraphNodes. */
        minGraphNodes: number;

        /** RewriterConfig experimentalDisableCompressedTensorOptimization. */
        experimentalDisableCompressedTensorOptimization: boolean;

        /** RewriterConfig experimentalDisableFoldingQuantizationEmulation. */
        experimentalDisableFoldingQuantizationEmulation: boolean;

        /** RewriterConfig memoryOptimization. */
        memoryOptimization: tensorboard.RewriterConfig.MemOptType;

        /** RewriterConfig memoryOptimizerTargetNodeNameScope. */
        memoryOptimizerTargetNodeNameScope: string;

        /** RewriterConfig metaOptimizerTimeoutMs. */
        metaOptimizerTimeoutMs: number;

        /** RewriterConfig autoParallel. */
        autoParallel?: (tensorboard.AutoParallelOptions.$Properties|null);

        /** RewriterConfig failOnOptimizerErrors. */
        failOnOptimizerErrors: boolean;

        /** RewriterConfig scopedAllocatorOpts. */
        scopedAllocatorOpts?: (tensorboard.ScopedAllocatorOptions.$Properties|null);

        /** RewriterConfig optimizers. */
        optimizers: string[];

        /** RewriterConfig customOptimizers. */
        customOptimizers: tensorboard.RewriterConfig.CustomGraphOptimizer.$Properties[];

        /** RewriterConfig interOptimizerVerifierConfig. */
        interOptimizerVerifierConfig?: (tensorboard.VerifierConfig.$Properties|null);

        /** RewriterConfig postOptimizationVerifierConfig. */
        postOptimizationVerifierConfig?: (tensorboard.VerifierConfig.$Properties|null);

        /**
         * Creates a new RewriterConfig instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RewriterConfig instance
         */
        static create(properties: tensorboard.RewriterConfig.$Shape): tensorboard.RewriterConfig & tensorboard.RewriterConfig.$Shape;
        static create(properties?: tensorboard.RewriterConfig.$Properties): tensorboard.RewriterConfig;

        /**
         * Encodes the specified RewriterConfig message. Does not implicitly {@link tensorboard.RewriterConfig.verify|verify} messages.
         * @param message RewriterConfig message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.RewriterConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RewriterConfig message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.RewriterConfig & tensorboard.RewriterConfig.$Shape} RewriterConfig
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.RewriterConfig & tensorboard.RewriterConfig.$Shape;
    }

    namespace RewriterConfig {

        /** Properties of a RewriterConfig. */
        interface $Properties {

            /** RewriterConfig cpuLayoutConversion */
            cpuLayoutConversion?: (tensorboard.RewriterConfig.CpuLayout|null);

            /** RewriterConfig layoutOptimizer */
            layoutOptimizer?: (tensorboard.RewriterConfig.Toggle|null);

            /** RewriterConfig constantFolding */
            constantFolding?: (tensorboard.RewriterConfig.Toggle|null);

            /** RewriterConfig shapeOptimization */
            shapeOptimization?: (tensorboard.RewriterConfig.Toggle|null);

            /** RewriterConfig remapping */
            remapping?: (tensorboard.RewriterConfig.Toggle|null);

            /** RewriterConfig commonSubgraphElimination */
            commonSubgraphElimination?: (tensorboard.RewriterConfig.Toggle|null);

            /** RewriterConfig arithmeticOptimization */
            arithmeticOptimization?: (tensorboard.RewriterConfig.Toggle|null);

            /** RewriterConfig dependencyOptimization */
            dependencyOptimization?: (tensorboard.RewriterConfig.Toggle|null);

            /** RewriterConfig loopOptimization */
            loopOptimization?: (tensorboard.RewriterConfig.Toggle|null);

            /** RewriterConfig functionOptimization */
            functionOptimization?: (tensorboard.RewriterConfig.Toggle|null);

            /** RewriterConfig debugStripper */
            debugStripper?: (tensorboard.RewriterConfig.Toggle|null);

            /** RewriterConfig disableModelPruning */
            disableModelPruning?: (boolean|null);

            /** RewriterConfig scopedAllocatorOptimization */
            scopedAllocatorOptimization?: (tensorboard.RewriterConfig.Toggle|null);

            /** RewriterConfig pinToHostOptimization */
            pinToHostOptimization?: (tensorboard.RewriterConfig.Toggle|null);

            /** RewriterConfig implementationSelector */
            implementationSelector?: (tensorboard.RewriterConfig.Toggle|null);

            /** RewriterConfig autoMixedPrecision */
            autoMixedPrecision?: (tensorboard.RewriterConfig.Toggle|null);

            /** RewriterConfig autoMixedPrecisionMkl */
            autoMixedPrecisionMkl?: (tensorboard.RewriterConfig.Toggle|null);

            /** RewriterConfig autoMixedPrecisionOnednnBfloat16 */
            autoMixedPrecisionOnednnBfloat16?: (tensorboard.RewriterConfig.Toggle|null);

            /** RewriterConfig autoMixedPrecisionCpu */
            autoMixedPrecisionCpu?: (tensorboard.RewriterConfig.Toggle|null);

            /** RewriterConfig disableMetaOptimizer */
            disableMetaOptimizer?: (boolean|null);

            /** RewriterConfig disableTfgOptimizer */
            disableTfgOptimizer?: (boolean|null);

            /** RewriterConfig usePluginOptimizers */
            usePluginOptimizers?: (tensorboard.RewriterConfig.Toggle|null);

            /** RewriterConfig experimentalConditionalCodeMotion */
            experimentalConditionalCodeMotion?: (tensorboard.RewriterConfig.Toggle|null);

            /** RewriterConfig metaOptimizerIterations */
            metaOptimizerIterations?: (tensorboard.RewriterConfig.NumIterationsType|null);

            /** RewriterConfig minGraphNodes */
            minGraphNodes?: (number|null);

            /** RewriterConfig experimentalDisableCompressedTensorOptimization */
            experimentalDisableCompressedTensorOptimization?: (boolean|null);

            /** RewriterConfig experimentalDisableFoldingQuantizationEmulation */
            experimentalDisableFoldingQuantizationEmulation?: (boolean|null);

            /** RewriterConfig memoryOptimization */
            memoryOptimization?: (tensorboard.RewriterConfig.MemOptType|null);

            /** RewriterConfig memoryOptimizerTargetNodeNameScope */
            memoryOptimizerTargetNodeNameScope?: (string|null);

            /** RewriterConfig metaOptimizerTimeoutMs */
            metaOptimizerTimeoutMs?: (number|null);

            /** RewriterConfig autoParallel */
            autoParallel?: (tensorboard.AutoParallelOptions.$Properties|null);

            /** RewriterConfig failOnOptimizerErrors */
            failOnOptimizerErrors?: (boolean|null);

            /** RewriterConfig scopedAllocatorOpts */
            scopedAllocatorOpts?: (tensorboard.ScopedAllocatorOptions.$Properties|null);

            /** RewriterConfig optimizers */
            optimizers?: (string[]|null);

            /** RewriterConfig customOptimizers */
            customOptimizers?: (tensorboard.RewriterConfig.CustomGraphOptimizer.$Properties[]|null);

            /** RewriterConfig interOptimizerVerifierConfig */
            interOptimizerVerifierConfig?: (tensorboard.VerifierConfig.$Properties|null);

            /** RewriterConfig postOptimizationVerifierConfig */
            postOptimizationVerifierConfig?: (tensorboard.VerifierConfig.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RewriterConfig. */
        type $Shape = {
          cpuLayoutConversion?: tensorboard.RewriterConfig.CpuLayout|null;
          layoutOptimizer?: tensorboard.RewriterConfig.Toggle|null;
          constantFolding?: tensorboard.RewriterConfig.Toggle|null;
          shapeOptimization?: tensorboard.RewriterConfig.Toggle|null;
          remapping?: tensorboard.RewriterConfig.Toggle|null;
          commonSubgraphElimination?: tensorboard.RewriterConfig.Toggle|null;
          arithmeticOptimization?: tensorboard.RewriterConfig.Toggle|null;
          dependencyOptimization?: tensorboard.RewriterConfig.Toggle|null;
          loopOptimization?: tensorboard.RewriterConfig.Toggle|null;
          functionOptimization?: tensorboard.RewriterConfig.Toggle|null;
          debugStripper?: tensorboard.RewriterConfig.Toggle|null;
          disableModelPruning?: boolean|null;
          scopedAllocatorOptimization?: tensorboard.RewriterConfig.Toggle|null;
          pinToHostOptimization?: tensorboard.RewriterConfig.Toggle|null;
          implementationSelector?: tensorboard.RewriterConfig.Toggle|null;
          autoMixedPrecision?: tensorboard.RewriterConfig.Toggle|null;
          autoMixedPrecisionMkl?: tensorboard.RewriterConfig.Toggle|null;
          autoMixedPrecisionOnednnBfloat16?: tensorboard.RewriterConfig.Toggle|null;
          autoMixedPrecisionCpu?: tensorboard.RewriterConfig.Toggle|null;
          disableMetaOptimizer?: boolean|null;
          disableTfgOptimizer?: boolean|null;
          usePluginOptimizers?: tensorboard.RewriterConfig.Toggle|null;
          experimentalConditionalCodeMotion?: tensorboard.RewriterConfig.Toggle|null;
          metaOptimizerIterations?: tensorboard.RewriterConfig.NumIterationsType|null;
          minGraphNodes?: number|null;
          experimentalDisableCompressedTensorOptimization?: boolean|null;
          experimentalDisableFoldingQuantizationEmulation?: boolean|null;
          memoryOptimization?: tensorboard.RewriterConfig.MemOptType|null;
          memoryOptimizerTargetNodeNameScope?: string|null;
          metaOptimizerTimeoutMs?: number|null;
          autoParallel?: tensorboard.AutoParallelOptions.$Shape|null;
          failOnOptimizerErrors?: boolean|null;
          scopedAllocatorOpts?: tensorboard.ScopedAllocatorOptions.$Shape|null;
          optimizers?: string[]|null;
          customOptimizers?: tensorboard.RewriterConfig.CustomGraphOptimizer.$Shape[]|null;
          interOptimizerVerifierConfig?: tensorboard.VerifierConfig.$Shape|null;
          postOptimizationVerifierConfig?: tensorboard.VerifierConfig.$Shape|null;
          $unknowns?: Uint8Array[];
        };

        /**
         * Properties of a CustomGraphOptimizer.
         * @deprecated Use tensorboard.RewriterConfig.CustomGraphOptimizer.$Properties instead.
         */
        interface ICustomGraphOptimizer extends tensorboard.RewriterConfig.CustomGraphOptimizer.$Properties {
        }

        /** Represents a CustomGraphOptimizer. */
        class CustomGraphOptimizer {

            /**
             * Constructs a new CustomGraphOptimizer.
             * @param [properties] Properties to set
             */
            constructor(properties?: tensorboard.RewriterConfig.CustomGraphOptimizer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CustomGraphOptimizer name. */
            name: string;

            /** CustomGraphOptimizer parameterMap. */
            parameterMap: { [k: string]: tensorboard.AttrValue.$Properties };

            /**
             * Creates a new CustomGraphOptimizer instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CustomGraphOptimizer instance
             */
            static create(properties: tensorboard.RewriterConfig.CustomGraphOptimizer.$Shape): tensorboard.RewriterConfig.CustomGraphOptimizer & tensorboard.RewriterConfig.CustomGraphOptimizer.$Shape;
            static create(properties?: tensorboard.RewriterConfig.CustomGraphOptimizer.$Properties): tensorboard.RewriterConfig.CustomGraphOptimizer;

            /**
             * Encodes the specified CustomGraphOptimizer message. Does not implicitly {@link tensorboard.RewriterConfig.CustomGraphOptimizer.verify|verify} messages.
             * @param message CustomGraphOptimizer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: tensorboard.RewriterConfig.CustomGraphOptimizer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CustomGraphOptimizer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {tensorboard.RewriterConfig.CustomGraphOptimizer & tensorboard.RewriterConfig.CustomGraphOptimizer.$Shape} CustomGraphOptimizer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.RewriterConfig.CustomGraphOptimizer & tensorboard.RewriterConfig.CustomGraphOptimizer.$Shape;
        }

        namespace CustomGraphOptimizer {

            /** Properties of a CustomGraphOptimizer. */
            interface $Properties {

                /** CustomGraphOptimizer name */
                name?: (string|null);

                /** CustomGraphOptimizer parameterMap */
                parameterMap?: ({ [k: string]: tensorboard.AttrValue.$Properties }|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CustomGraphOptimizer. */
            type $Shape = {
              name?: string|null;
              parameterMap?: { [k: string]: tensorboard.AttrValue.$Shape }|null;
              $unknowns?: Uint8Array[];
            };
        }

        /** Toggle enum. */
        enum Toggle {

            /** DEFAULT value */
            DEFAULT = 0,

            /** ON value */
            ON = 1,

            /** OFF value */
            OFF = 2,

            /** AGGRESSIVE value */
            AGGRESSIVE = 3,

            /** EXPERIMENTAL_MLIR value */
            EXPERIMENTAL_MLIR = 4,

            /** EXPERIMENTAL_BOTH value */
            EXPERIMENTAL_BOTH = 5
        }

        /** CpuLayout enum. */
        enum CpuLayout {

            /** NO_CONVERSION_ON_CPU value */
            NO_CONVERSION_ON_CPU = 0,

            /** NCHW_TO_NHWC value */
            NCHW_TO_NHWC = 1,

            /** NHWC_TO_NCHW value */
            NHWC_TO_NCHW = 2
        }

        /** NumIterationsType enum. */
        enum NumIterationsType {

            /** DEFAULT_NUM_ITERS value */
            DEFAULT_NUM_ITERS = 0,

            /** ONE value */
            ONE = 1,

            /** TWO value */
            TWO = 2
        }

        /** MemOptType enum. */
        enum MemOptType {

            /** DEFAULT_MEM_OPT value */
            DEFAULT_MEM_OPT = 0,

            /** NO_MEM_OPT value */
            NO_MEM_OPT = 1,

            /** MANUAL value */
            MANUAL = 2,

            /** SWAPPING_HEURISTICS value */
            SWAPPING_HEURISTICS = 4,

            /** RECOMPUTATION_HEURISTICS value */
            RECOMPUTATION_HEURISTICS = 5,

            /** SCHEDULING_HEURISTICS value */
            SCHEDULING_HEURISTICS = 6,

            /** HEURISTICS value */
            HEURISTICS = 3
        }
    }

    /**
     * Properties of a VerifierConfig.
     * @deprecated Use tensorboard.VerifierConfig.$Properties instead.
     */
    interface IVerifierConfig extends tensorboard.VerifierConfig.$Properties {
    }

    /** Represents a VerifierConfig. */
    class VerifierConfig {

        /**
         * Constructs a new VerifierConfig.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.VerifierConfig.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** VerifierConfig verificationTimeoutInMs. */
        verificationTimeoutInMs: number;

        /** VerifierConfig structureVerifier. */
        structureVerifier: tensorboard.VerifierConfig.Toggle;

        /**
         * Creates a new VerifierConfig instance using the specified properties.
         * @param [properties] Properties to set
         * @returns VerifierConfig instance
         */
        static create(properties: tensorboard.VerifierConfig.$Shape): tensorboard.VerifierConfig & tensorboard.VerifierConfig.$Shape;
        static create(properties?: tensorboard.VerifierConfig.$Properties): tensorboard.VerifierConfig;

        /**
         * Encodes the specified VerifierConfig message. Does not implicitly {@link tensorboard.VerifierConfig.verify|verify} messages.
         * @param message VerifierConfig message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.VerifierConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a VerifierConfig message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.VerifierConfig & tensorboard.VerifierConfig.$Shape} VerifierConfig
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.VerifierConfig & tensorboard.VerifierConfig.$Shape;
    }

    namespace VerifierConfig {

        /** Properties of a VerifierConfig. */
        interface $Properties {

            /** VerifierConfig verificationTimeoutInMs */
            verificationTimeoutInMs?: (number|null);

            /** VerifierConfig structureVerifier */
            structureVerifier?: (tensorboard.VerifierConfig.Toggle|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a VerifierConfig. */
        type $Shape = tensorboard.VerifierConfig.$Properties;

        /** Toggle enum. */
        enum Toggle {

            /** DEFAULT value */
            DEFAULT = 0,

            /** ON value */
            ON = 1,

            /** OFF value */
            OFF = 2
        }
    }

    /**
     * Properties of a RPCOptions.
     * @deprecated Use tensorboard.RPCOptions.$Properties instead.
     */
    interface IRPCOptions extends tensorboard.RPCOptions.$Properties {
    }

    /** Represents a RPCOptions. */
    class RPCOptions {

        /**
         * Constructs a new RPCOptions.
         * @param [properties] Properties to set
         */
        constructor(properties?: tensorboard.RPCOptions.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RPCOptions useRpcForInprocessMaster. */
        useRpcForInprocessMaster: boolean;

        /** RPCOptions compressionAlgorithm. */
        compressionAlgorithm: string;

        /** RPCOptions compressionLevel. */
        compressionLevel: number;

        /** RPCOptions cacheRpcResponse. */
        cacheRpcResponse: boolean;

        /** RPCOptions disableSessionConnectionSharing. */
        disableSessionConnectionSharing: boolean;

        /** RPCOptions numChannelsPerTarget. */
        numChannelsPerTarget: number;

        /**
         * Creates a new RPCOptions instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RPCOptions instance
         */
        static create(properties: tensorboard.RPCOptions.$Shape): tensorboard.RPCOptions & tensorboard.RPCOptions.$Shape;
        static create(properties?: tensorboard.RPCOptions.$Properties): tensorboard.RPCOptions;

        /**
         * Encodes the specified RPCOptions message. Does not implicitly {@link tensorboard.RPCOptions.verify|verify} messages.
         * @param message RPCOptions message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: tensorboard.RPCOptions.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RPCOptions message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {tensorboard.RPCOptions & tensorboard.RPCOptions.$Shape} RPCOptions
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): tensorboard.RPCOptions & tensorboard.RPCOptions.$Shape;
    }

    namespace RPCOptions {

        /** Properties of a RPCOptions. */
        interface $Properties {

            /** RPCOptions useRpcForInprocessMaster */
            useRpcForInprocessMaster?: (boolean|null);

            /** RPCOptions compressionAlgorithm */
            compressionAlgorithm?: (string|null);

            /** RPCOptions compressionLevel */
            compressionLevel?: (number|null);

            /** RPCOptions cacheRpcResponse */
            cacheRpcResponse?: (boolean|null);

            /** RPCOptions disableSessionConnectionSharing */
            disableSessionConnectionSharing?: (boolean|null);

            /** RPCOptions numChannelsPerTarget */
            numChannelsPerTarget?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RPCOptions. */
        type $Shape = tensorboard.RPCOptions.$Properties;
    }
}

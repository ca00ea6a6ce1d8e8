package pinplan.publer.sandbox;

import pinplan.support.People;
import pinplan.support.Sample;

/** Nobody gets past the sandbox's own key here, so any id does. */
final class SandboxSamples {
    private SandboxSamples() {}

    static class Workspace implements Sample {
        @Override
        public String path() {
            return "/sandbox/publer/api/v1/workspaces/{id}";
        }

        @Override
        public String in(People people) {
            return "1";
        }
    }

    static class Job implements Sample {
        @Override
        public String path() {
            return "/sandbox/publer/api/v1/job_status/{id}";
        }

        @Override
        public String in(People people) {
            return "1";
        }
    }

    static class Post implements Sample {
        @Override
        public String path() {
            return "/sandbox/publer/api/v1/posts/{id}";
        }

        @Override
        public String in(People people) {
            return "1";
        }
    }
}

package org.backfile.render;

import freemarker.ext.beans.ClassMemberAccessPolicy;
import freemarker.ext.beans.MemberAccessPolicy;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** Lets templates read the components of the records in {@link View} and nothing else of any object. */
final class RecordsOnly implements MemberAccessPolicy {
    private static final ClassMemberAccessPolicy COMPONENTS = new ClassMemberAccessPolicy() {
        @Override
        public boolean isMethodExposed(Method method) {
            return isComponent(method);
        }

        @Override
        public boolean isConstructorExposed(Constructor<?> constructor) {
            return false;
        }

        @Override
        public boolean isFieldExposed(Field field) {
            return false;
        }
    };

    private static boolean isComponent(Method method) {
        Class<?> owner = method.getDeclaringClass();
        if (!owner.isRecord() || owner.getEnclosingClass() != View.class || method.getParameterCount() != 0) {
            return false;
        }
        for (var component : owner.getRecordComponents()) {
            if (component.getName().equals(method.getName())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public ClassMemberAccessPolicy forClass(Class<?> contextClass) {
        return COMPONENTS;
    }

    @Override
    public boolean isToStringAlwaysExposed() {
        return false;
    }
}
